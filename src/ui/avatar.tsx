import { Image, View } from '@tarojs/components'
import { cls } from './cls'
import './avatar.scss'

interface Props {
  /** Its first character is drawn where there is no picture. */
  readonly name: string
  readonly src?: string | null
  /** small 48 · body 72 (default) · large 104, px at 750. */
  readonly size?: 'small' | 'body' | 'large'
}

const TONES = 6
const toneOf = (name: string) => [...name].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0) % TONES

/** Initials on a tint that stays the same for the same name. */
export function Avatar({ name, src, size = 'body' }: Props) {
  return (
    <View className={cls('avatar', `avatar--${size}`, `avatar--tone-${toneOf(name)}`)}>
      {src ? <Image className="avatar__picture" src={src} mode="aspectFill" /> : [...name][0]}
    </View>
  )
}

/** Several people overlapping, in initials; nobody's name is shown. */
export function AvatarRow({
  initials,
  most = 6,
}: {
  readonly initials: readonly string[]
  readonly most?: number
}) {
  return (
    <View className="avatar-row">
      {seats(initials.slice(0, most)).map(({ seat, initial, tone }) => (
        <View
          key={seat}
          className={cls('avatar', 'avatar--small', `avatar--tone-${tone}`, 'avatar-row__one')}
        >
          {initial}
        </View>
      ))}
    </View>
  )
}

/** Initials repeat, so a seat tells them apart and gives neighbours different tints. */
const seats = (initials: readonly string[]) =>
  initials.map((initial, place) => ({
    seat: `seat-${place}`,
    initial,
    tone: (place * 5 + toneOf(initial)) % TONES,
  }))
