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
import { type Invitation, InvitationReady } from './invitation-ready'
import './invite-sheet.scss'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly invitation: Invitation | null
  readonly onInvited: (invitation: Invitation | null) => void
}

const ROLES = [
  { key: 'staff', text: '导购' },
  { key: 'manager', text: '店长' },
] as const

/** A manager makes a post and the invitation to it; the card it becomes is shared from here, once. */
export function InviteSheet({ isOpen, onClose, invitation, onInvited }: Props) {
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [role, setRole] = useState<'staff' | 'manager'>('staff')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useAction(async () => {
    setRefusal(null)
    const post = { name: name.trim(), title: title.trim(), role }
    const answer = await call('POST /manage/staff/invitations', { body: post })
    if (!answer.ok) return setRefusal(errorText(answer.error))
    onInvited({ ...answer.value, ...post })
  })
  const close = () => {
    onClose()
    if (!invitation) return
    onInvited(null)
    setName('')
    setTitle('')
    setRole('staff')
  }
  const isComplete = name.trim() !== '' && title.trim() !== ''
  if (invitation) {
    return (
      <Sheet isOpen={isOpen} onClose={close} title="邀请已生成">
        <InvitationReady invitation={invitation} />
      </Sheet>
    )
  }
  return (
    <Sheet
      isOpen={isOpen}
      onClose={close}
      title="邀请导购"
      foot={
        <Button
          isBlock
          className="invite__make"
          isLoading={isBusy}
          isDisabled={!isComplete}
          onTap={() => void run()}
        >
          生成邀请
        </Button>
      }
    >
      <View className="invite-sheet">
        <View className="invite-sheet__fields">
          <Field label="姓名" value={name} onInput={setName} placeholder="顾客看到的称呼" maxLength={20} />
          <Field label="头衔" value={title} onInput={setTitle} placeholder="如 春风小区管家" maxLength={20} />
        </View>
        <View className="invite-sheet__roles">
          {ROLES.map(({ key, text }) => (
            <Chip key={key} isChosen={role === key} onTap={() => setRole(key)}>
              {text}
            </Chip>
          ))}
          <View className="invite-sheet__role-note">
            {role === 'manager' ? '店长能看全店订单、邀请导购' : '导购只看自己的业绩'}
          </View>
        </View>
        {refusal && (
          <Banner tone="bad" icon="info">
            {refusal}
          </Banner>
        )}
      </View>
    </Sheet>
  )
}
