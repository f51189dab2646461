import { ScrollView, View } from '@tarojs/components'
import { cls } from './cls'
import './tabs.scss'

interface Tab {
  readonly key: string
  readonly text: string
  readonly count?: number
}

interface Props {
  readonly items: readonly Tab[]
  readonly active: string
  readonly onChange: (key: string) => void
  /** Stays under the navigation bar while the page scrolls. */
  readonly isSticky?: boolean
}

/** A row of tabs; scrolls sideways when it is long. */
export function Tabs({ items, active, onChange, isSticky }: Props) {
  return (
    <View className={cls('tabs', isSticky && 'tabs--sticky')}>
      <ScrollView
        className="tabs__scroll"
        scrollX
        enhanced
        showScrollbar={false}
        scrollIntoView={`tab-${active}`}
      >
        <View className="tabs__row">
          {items.map(({ key, text, count = 0 }) => (
            <View
              key={key}
              id={`tab-${key}`}
              className={cls('tabs__tab', key === active && 'tabs__tab--on')}
              hoverClass="tabs__tab--pressed"
              ariaRole="tab"
              onClick={() => key !== active && onChange(key)}
            >
              {text}
              {count > 0 && <View className="tabs__count">{count}</View>}
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  )
}
