import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { vars } from '../../ui/vars'
import type { Place } from './tap-place'
import './flight.scss'

interface Flying extends Place {
  readonly id: number
}

/** As long as the way takes. */
const FLIGHT_MS = 480

/** What was added flies from the finger to the cart. Nothing flies where the place of the finger is not known. */
export function useFlight(): {
  readonly flying: readonly Flying[]
  readonly fly: (from: Place | null) => void
} {
  const [flying, setFlying] = useState<readonly Flying[]>([])
  const fly = useCallback((from: Place | null) => {
    if (!from) return
    const one = { ...from, id: Date.now() }
    setFlying((all) => [...all, one])
    setTimeout(() => setFlying((all) => all.filter((it) => it !== one)), FLIGHT_MS)
  }, [])
  return { flying, fly }
}

/** Draws what flies to the cart's place in the tab bar. */
export function Flights({ of }: { readonly of: readonly Flying[] }) {
  return (
    <>
      {of.map(({ id, x, y }) => (
        <View key={id} className="flight" style={vars({ x: `${x}px`, y: `${y}px` })}>
          <View className="flight__ball" />
        </View>
      ))}
    </>
  )
}
