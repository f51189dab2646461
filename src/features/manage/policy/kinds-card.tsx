import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Toggle } from '../../../ui/toggle'
import './kinds-card.scss'
import { KIND_WORDS, type Kind } from './words'

const ALL: readonly Kind[] = ['share', 'group', 'binding']

interface Props {
  readonly kinds: readonly Kind[]
  readonly onChange: (kinds: Kind[]) => void
  /** The last kind can't be switched off: then nobody would ever earn. */
  readonly onLast: () => void
}

/** Which evidence counts, in which order: the upper beats the lower. */
export function KindsCard({ kinds, onChange, onLast }: Props) {
  const off = ALL.filter((kind) => !kinds.includes(kind))
  const raise = (place: number) => {
    const moved = [...kinds]
    const [kind] = moved.splice(place, 1)
    if (kind) moved.splice(place - 1, 0, kind)
    onChange(moved)
  }
  const turn = (kind: Kind, isOn: boolean) => {
    if (isOn) return onChange([...kinds, kind])
    if (kinds.length === 1) return onLast()
    onChange(kinds.filter((it) => it !== kind))
  }
  return (
    <Card title="先看什么，后看什么" isFlush className="kinds-card">
      {[...kinds, ...off].map((kind) => {
        const place = kinds.indexOf(kind)
        return (
          <View key={kind} className="kinds-card__one">
            <View className="kinds-card__place">{place >= 0 ? place + 1 : '—'}</View>
            <View className="kinds-card__words">
              <View className="kinds-card__title">{KIND_WORDS[kind].title}</View>
              <View className="kinds-card__text">{KIND_WORDS[kind].text}</View>
            </View>
            {place > 0 && (
              <View
                className="kinds-card__up"
                hoverClass="kinds-card__up--pressed"
                ariaRole="button"
                ariaLabel={`${KIND_WORDS[kind].title}往前`}
                onClick={() => raise(place)}
              >
                <Icon name="arrow" size="small" />
              </View>
            )}
            <Toggle isOn={place >= 0} label={KIND_WORDS[kind].title} onChange={(isOn) => turn(kind, isOn)} />
          </View>
        )
      })}
    </Card>
  )
}
