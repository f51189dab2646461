import type { StaffSelf } from '@contract/session'
import { useState } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { JoinAsk } from '../../../../features/staff/join/join-ask'
import { joinRefusal } from '../../../../features/staff/join/join-refusal'
import { JoinWelcome } from '../../../../features/staff/join/join-welcome'
import type { ApiError } from '../../../../platform/http'
import { go, goInstead } from '../../../../platform/navigate'
import { useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { noteStaff, selectStaff, useSession } from '../../../../platform/session'
import { useShop } from '../../../../platform/shop'
import { useAction } from '../../../../platform/use-action'
import { Button } from '../../../../ui/button'
import { StateView } from '../../../../ui/state-view'

const NO_CODE: ApiError = { code: 'invitation.invalid', message: 'The link carries no code' }

export default function StaffJoinPage() {
  const { code = '' } = useRouterParams()
  const shopName = useShop((s) => s.shop?.name ?? '小店')
  const post = useSession(selectStaff)
  const [joined, setJoined] = useState<StaffSelf | null>(null)
  const [error, setError] = useState<ApiError | null>(code === '' ? NO_CODE : null)
  const { isBusy, run } = useAction(async () => {
    const answer = await call('POST /staff/join', { body: { code } })
    if (!answer.ok) return setError(answer.error)
    noteStaff(answer.value)
    setError(null)
    setJoined(answer.value)
  })
  const staff = joined ?? post

  if (staff) {
    return (
      <Shell
        className="join join--done"
        bar={
          <Button isBlock className="join__enter" onTap={() => goInstead('workbench')}>
            进入工作台
          </Button>
        }
      >
        <JoinWelcome staff={staff} isNew={joined !== null} />
      </Shell>
    )
  }
  if (error) {
    const { isFinal, ...words } = joinRefusal(error)
    const retry = { text: '再试一次', onTap: () => void run(), isLoading: isBusy }
    const leave = { text: '去小店逛逛', onTap: () => go('home') }
    return (
      <Shell className="join join--refused">
        <StateView {...words} action={isFinal ? leave : retry} />
      </Shell>
    )
  }
  return (
    <Shell
      className="join"
      bar={
        <Button isBlock className="join__accept" isLoading={isBusy} onTap={() => void run()}>
          接受邀请
        </Button>
      }
    >
      <JoinAsk shopName={shopName} />
    </Shell>
  )
}
