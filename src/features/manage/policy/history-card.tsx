import type { PolicyVersion } from '@contract/policy'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import './history-card.scss'
import { PRESET_WORDS, settingsText } from './words'

interface Props {
  readonly history: readonly PolicyVersion[]
  /** Puts an old version's settings into the form; saved, they are a new version. */
  readonly onTake: (version: PolicyVersion) => void
}

/** Every version that was ever in force: an order keeps the one of its day. */
export function HistoryCard({ history, onTake }: Props) {
  return (
    <Card title="历史版本" isFlush className="history-card">
      {history.map((it, place) => (
        <View
          key={it.version}
          className="history-card__one"
          hoverClass={place === 0 ? 'none' : 'history-card__one--pressed'}
          onClick={place === 0 ? undefined : () => onTake(it)}
        >
          <View className="history-card__title">
            第 {it.version} 版 · {PRESET_WORDS[it.preset].title}
            {place === 0 && <Tag tone="good">正在用</Tag>}
          </View>
          <View className="history-card__text">{settingsText(it.settings)}</View>
          <View className="history-card__note">
            {it.savedBy === null ? '开店时的规则' : `${momentText(it.savedAt)} ${it.savedBy}保存`}
            {it.note && `：${it.note}`}
          </View>
        </View>
      ))}
    </Card>
  )
}
