import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { cls } from '../../../ui/cls'
import { Icon } from '../../../ui/icon'
import { Toggle } from '../../../ui/toggle'
import type { HandoverDraft } from './draft'
import './form-card.scss'

interface Props {
  readonly draft: HandoverDraft
  readonly onChange: (part: Partial<HandoverDraft>) => void
}

const FORMS = [
  { key: 'leaver', title: '离职', note: '马上离开，名下的客户、群和分享都交出去' },
  { key: 'in_service', title: '在职', note: '人还在，只交出选中的部分' },
] as const

const COVERS = [
  { key: 'members', title: '客户', note: '由谁服务' },
  { key: 'groups', title: '群', note: '由谁负责' },
  { key: 'shares', title: '发出去的分享', note: '以后从这些卡片来的，算接手的同事' },
] as const

/** Whether somebody leaves or stays, and what goes where they stay. */
export function FormCard({ draft, onChange }: Props) {
  const { form, covers } = draft
  return (
    <Card isFlush className="form-card">
      <View className="form-card__forms">
        {FORMS.map(({ key, title, note }) => (
          <View
            key={key}
            className={cls('form-card__form', key === form && 'form-card__form--on')}
            hoverClass="form-card__form--pressed"
            ariaRole="radio"
            onClick={() => onChange({ form: key })}
          >
            <View className="form-card__title">
              {title}
              {key === form && <Icon name="check" size="note" />}
            </View>
            <View className="form-card__note">{note}</View>
          </View>
        ))}
      </View>
      {form === 'in_service' &&
        COVERS.map(({ key, title, note }) => (
          <Cell
            key={key}
            title={title}
            note={note}
            value={
              <Toggle
                isOn={covers[key]}
                label={title}
                onChange={(isOn) => onChange({ covers: { ...covers, [key]: isOn } })}
              />
            }
          />
        ))}
    </Card>
  )
}
