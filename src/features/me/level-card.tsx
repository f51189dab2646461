import type { MeView } from '@contract/session'
import { LEVELS, levelOf } from '@domain/member/level'
import { fen } from '@domain/money'
import { View } from '@tarojs/components'
import { cls } from '../../ui/cls'
import { ProgressBar } from '../../ui/progress-bar'
import { yuanShort, yuanText } from '../../ui/yuan'
import './level-card.scss'

/** The member's level, what the last twelve months brought, and how far the next level is. */
export function LevelCard({ level }: { readonly level: MeView['level'] }) {
  const { progress, level: code } = levelOf(fen(level.spentFen))
  const here = LEVELS.findIndex((rung) => rung.level === code)
  return (
    <View className={cls('level-card', `level-card--${level.code}`)}>
      <View className="level-card__top">
        <View>
          <View className="level-card__name">{level.name}</View>
          <View className="level-card__spent">近 12 个月消费 {yuanText(level.spentFen)}</View>
        </View>
        <View className="level-card__rungs">
          {LEVELS.map((rung, place) => (
            <View
              key={rung.level}
              className={cls(
                'level-card__rung',
                `level-card__rung--${place + 1}`,
                place <= here && 'level-card__rung--reached',
              )}
            />
          ))}
        </View>
      </View>
      <ProgressBar value={progress} />
      <View className="level-card__next">
        {level.toNextFen === null || level.nextName === null
          ? '已经是最高等级，谢谢一直在'
          : `再消费 ${yuanShort(level.toNextFen)} 成为${level.nextName}`}
      </View>
    </View>
  )
}
