import { create } from 'zustand'

interface AddressPick {
  /** Chosen for the order being placed; null takes the default one. */
  readonly pickedId: string | null
}

export const useAddressPick = create<AddressPick>()(() => ({ pickedId: null }))

/** This address is meant for the order being placed. */
export const pickAddress = (pickedId: string | null): void => useAddressPick.setState({ pickedId })
