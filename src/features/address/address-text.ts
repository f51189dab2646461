import type { AddressInput } from '@contract/address'

/** Province, city and district in one line; a municipality is not named twice. */
export const regionText = ({
  province,
  city,
  district,
}: Pick<AddressInput, 'province' | 'city' | 'district'>): string =>
  [province, city === province ? '' : city, district].filter(Boolean).join(' ')

/** `138 0000 0000`: eleven digits are read in groups; anything else stays as it is. */
export const phoneText = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone
