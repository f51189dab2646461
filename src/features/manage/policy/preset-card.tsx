import type { PolicySettings, PolicyView } from '@contract/policy'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { cls } from '../../../ui/cls'
import { Icon } from '../../../ui/icon'
import './preset-card.scss'
import { isSame, PRESET_WORDS } from './words'

interface Props {
  readonly presets: PolicyView['presets']
  readonly settings: PolicySettings
  readonly onChoose: (settings: PolicySettings) => void
}

/** The two ways most shops want, one sentence each; a third line where the settings are one's own. */
export function PresetCard({ presets, settings, onChoose }: Props) {
  const chosen = presets.find((it) => isSame(it.settings, settings))?.preset ?? 'custom'
  const shown = [...presets.map((it) => it.preset), ...(chosen === 'custom' ? (['custom'] as const) : [])]
  return (
    <Card title="一单算谁的" className="preset-card">
      {shown.map((preset) => (
        <View
          key={preset}
          className={cls('preset-card__one', preset === chosen && 'preset-card__one--on')}
          hoverClass="preset-card__one--pressed"
          ariaRole="radio"
          onClick={() => {
            const found = presets.find((it) => it.preset === preset)
            if (found) onChoose(found.settings)
          }}
        >
          <View className="preset-card__title">
            {PRESET_WORDS[preset].title}
            {preset === chosen && <Icon name="check" size="small" />}
          </View>
          <View className="preset-card__text">{PRESET_WORDS[preset].text}</View>
        </View>
      ))}
    </Card>
  )
}
