import { View } from '@tarojs/components'
import { cls } from './cls'
import { vars } from './vars'
import './staircase.scss'

export interface Step {
  readonly key: string
  /** What this step gives, `减50`. */
  readonly title: string
  /** The same in four characters, for many steps in little room. */
  readonly short?: string
  /** What it asks, `满199`. */
  readonly note?: string
  readonly state: 'reached' | 'current' | 'next' | 'later' | 'gone'
  /** On the riser of the next step: what is missing, `还差¥38`. */
  readonly missing?: string
}

interface Props {
  readonly steps: readonly Step[]
  /** large: the ladder's own page · small: a strip on home, product and cart. */
  readonly size?: 'large' | 'small'
  readonly onTap?: (key: string) => void
}

/** More steps than these have no room for whole words on a strip. */
const ROOMY = 2

/** The shop's signature: tiers as a staircase, the reached steps lit, a small person where the visitor stands. */
export function Staircase({ steps, size = 'large', onTap }: Props) {
  const stands = steps.findIndex((it) => it.state === 'current')
  return (
    <View className={cls('staircase', `staircase--${size}`)}>
      {stands < 0 && (
        <View className="staircase__ground">
          <Person />
        </View>
      )}
      {steps.map((step, place) => (
        <View
          key={step.key}
          className={cls('staircase__step', `staircase__step--${step.state}`)}
          style={vars({ place: place + 1 })}
          hoverClass={onTap ? 'staircase__step--pressed' : 'none'}
          onClick={onTap && (() => onTap(step.key))}
        >
          {place === stands && <Person />}
          <View className="staircase__riser">
            <View className="staircase__title">
              {size === 'small' && steps.length > ROOMY ? (step.short ?? step.title) : step.title}
            </View>
            {step.note && <View className="staircase__note">{step.note}</View>}
            {step.missing && <View className="staircase__missing">{step.missing}</View>}
          </View>
        </View>
      ))}
    </View>
  )
}

function Person() {
  return (
    <View className="staircase__person">
      <View className="staircase__head" />
      <View className="staircase__body" />
    </View>
  )
}
