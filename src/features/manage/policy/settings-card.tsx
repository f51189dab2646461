import type { PolicySettings } from '@contract/policy'
import { DAY_MS } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Chip } from '../../../ui/chip'
import { Stepper } from '../../../ui/stepper'
import './settings-card.scss'
import { daysOf, SELF_WORDS } from './words'

interface Props {
  readonly settings: PolicySettings
  readonly onChange: (part: Partial<PolicySettings>) => void
}

/** The longest window the shop takes (domain/attribution/policy). */
const MOST_DAYS = 90
const PICKS = [
  { key: 'last', text: '最后一次' },
  { key: 'first', text: '第一次' },
] as const
const SELVES = ['nobody', 'next', 'allowed'] as const

/** How far back evidence counts, which of several, who is protected, and what of buying from oneself. */
export function SettingsCard({ settings, onChange }: Props) {
  const { kinds, shareWindowMs, groupWindowMs, pick, protectDays, selfPurchase } = settings
  return (
    <Card title="细则" isFlush className="settings-card">
      {kinds.includes('share') && (
        <Cell
          title="分享有效"
          note="点开卡片后几天内下单算数"
          value={
            <Stepper
              value={daysOf(shareWindowMs)}
              max={MOST_DAYS}
              onChange={(days) => onChange({ shareWindowMs: days * DAY_MS })}
            />
          }
        />
      )}
      {kinds.includes('group') && (
        <Cell
          title="群有效"
          note="从群里打开后几天内下单算数"
          value={
            <Stepper
              value={daysOf(groupWindowMs)}
              max={MOST_DAYS}
              onChange={(days) => onChange({ groupWindowMs: days * DAY_MS })}
            />
          }
        />
      )}
      <Cell
        title="老顾客保护"
        note={protectDays > 0 ? `${protectDays} 天内买过的还算原来的店员` : '不保护，谁的分享新算谁的'}
        value={
          <Stepper
            value={protectDays}
            min={0}
            max={365}
            onChange={(days) => onChange({ protectDays: days })}
          />
        }
      />
      <View className="settings-card__choice">
        <View className="settings-card__name">点过好几次，算哪一次</View>
        <View className="settings-card__chips">
          {PICKS.map(({ key, text }) => (
            <Chip key={key} isChosen={key === pick} onTap={() => onChange({ pick: key })}>
              {text}
            </Chip>
          ))}
        </View>
      </View>
      <View className="settings-card__choice">
        <View className="settings-card__name">店员自己买</View>
        <View className="settings-card__chips">
          {SELVES.map((key) => (
            <Chip key={key} isChosen={key === selfPurchase} onTap={() => onChange({ selfPurchase: key })}>
              {SELF_WORDS[key].title}
            </Chip>
          ))}
        </View>
        <View className="settings-card__note">{SELF_WORDS[selfPurchase].text}</View>
      </View>
    </Card>
  )
}
