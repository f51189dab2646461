import type { StaffRow } from '@contract/team'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Stepper } from '../../../ui/stepper'
import { Tag } from '../../../ui/tag'
import { percentOf, type Successor } from './draft'
import './successors-card.scss'

interface Props {
  readonly successors: readonly Successor[]
  readonly people: readonly StaffRow[]
  /** Whether members are part of what goes, so that their division is asked for. */
  readonly dividesMembers: boolean
  readonly onAdd: () => void
  readonly onRemove: (staffId: string) => void
  readonly onWeigh: (staffId: string, weight: number) => void
}

/** Who takes over: the first takes all that nobody else is named for, members are divided by parts. */
export function SuccessorsCard({ successors, people, dividesMembers, onAdd, onRemove, onWeigh }: Props) {
  const nameOf = (id: string) => people.find(({ staffId }) => staffId === id)?.name ?? ''
  const areSeveral = successors.length > 1
  return (
    <Card title="交给谁" className="successors-card">
      {successors.map((it, place) => (
        <View key={it.staffId} className="successors-card__one">
          <Avatar name={nameOf(it.staffId)} />
          <View className="successors-card__words">
            <View className="successors-card__name">
              {nameOf(it.staffId)}
              {place === 0 && areSeveral && <Tag tone="accent">主接手</Tag>}
            </View>
            {areSeveral && dividesMembers && (
              <View className="successors-card__note">客户分到约 {percentOf(successors, it)}%</View>
            )}
          </View>
          {areSeveral && dividesMembers && (
            <Stepper
              value={it.weight}
              min={place === 0 ? 1 : 0}
              max={100}
              onChange={(weight) => onWeigh(it.staffId, weight)}
            />
          )}
          <View
            className="successors-card__remove"
            ariaRole="button"
            ariaLabel={`不交给${nameOf(it.staffId)}`}
            onClick={() => onRemove(it.staffId)}
          >
            <Icon name="close" size="note" />
          </View>
        </View>
      ))}
      {successors.length === 0 && (
        <View className="successors-card__none">没有人接手时，客户和群先空着，以后的单按规则找下一位</View>
      )}
      <Button kind="line" icon="add" onTap={onAdd} isBlock className="successors-card__add">
        {successors.length === 0 ? '选接手的同事' : '再加一位，分着接'}
      </Button>
    </Card>
  )
}
