import type { StaffRow } from '@contract/team'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorText } from '../../../platform/error-text'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import './edit-sheet.scss'

interface Props {
  readonly row: StaffRow
  readonly onSaved: () => void
  readonly onClose: () => void
}

const ROLES = [
  { key: 'staff', text: '导购', note: '只看自己的客户和业绩' },
  { key: 'manager', text: '店长', note: '能看全店、办交接、改规则' },
] as const

/** Name, title and role of a colleague, as customers and the shop see them. */
export function EditSheet({ row, onSaved, onClose }: Props) {
  const [name, setName] = useState(row.name)
  const [title, setTitle] = useState(row.title)
  const [role, setRole] = useState(row.role)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isComplete = name.trim() !== '' && title.trim() !== ''
  const { isBusy, run } = useAction(async () => {
    setRefusal(null)
    const answer = await call('PUT /manage/staff/:id', {
      params: { id: row.staffId },
      body: { name: name.trim(), title: title.trim(), role },
    })
    if (answer.ok) return onSaved()
    const isLast = answer.error.code === 'staff.last_manager'
    setRefusal(isLast ? '店里要留一位店长，先把别人设为店长' : errorText(answer.error))
  })
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`修改${row.name}的资料`}
      foot={
        <Button
          isBlock
          isLoading={isBusy}
          isDisabled={!isComplete}
          onTap={() => void run()}
          className="edit-sheet__save"
        >
          保存
        </Button>
      }
    >
      <View className="edit-sheet">
        {refusal && (
          <Banner tone="bad" icon="info">
            {refusal}
          </Banner>
        )}
        <View className="edit-sheet__fields">
          <Field label="姓名" value={name} onInput={setName} placeholder="顾客看到的称呼" maxLength={20} />
          <Field label="头衔" value={title} onInput={setTitle} placeholder="如 春风小区管家" maxLength={20} />
        </View>
        <View className="edit-sheet__roles">
          {ROLES.map(({ key, text }) => (
            <Chip key={key} isChosen={key === role} onTap={() => setRole(key)}>
              {text}
            </Chip>
          ))}
          <View className="edit-sheet__note">{ROLES.find(({ key }) => key === role)?.note}</View>
        </View>
      </View>
    </Sheet>
  )
}
