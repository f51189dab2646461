import type { CampaignDetail } from '@contract/campaign'
import { errorText } from '../../../../platform/error-text'
import { confirm, toast } from '../../../../platform/feedback'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'

type Move = 'pause' | 'resume' | 'end'

const ASKS: Readonly<Record<Move, { title: string; text: string; yes: string }>> = {
  pause: { title: '暂停领取吗', text: '已经领到的券不受影响，随时可以恢复', yes: '暂停' },
  resume: { title: '恢复领取吗', text: '顾客马上又能领', yes: '恢复' },
  end: { title: '结束这个活动吗', text: '结束后不能再恢复，已经领到的券照常可用', yes: '结束' },
}

/** Pauses, resumes or ends a campaign, after a word of confirmation. */
export function useMoves({ id }: CampaignDetail, onChanged: (campaign: CampaignDetail) => void) {
  return useAction(async (move: Move) => {
    if (!(await confirm(ASKS[move]))) return
    const answer = await call(`POST /manage/campaigns/:id/${move}`, { params: { id } })
    if (answer.ok) onChanged(answer.value)
    else
      toast(
        answer.error.code === 'campaign.state_refused' ? '活动状态刚变过，请刷新' : errorText(answer.error),
      )
  })
}
