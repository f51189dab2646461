import type { TrustLimits } from '@contract/trust'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { LimitsSheet } from '../../../../features/manage/suspects/limits-sheet'
import { RULE_TEXT, ruleSentences } from '../../../../features/manage/suspects/words'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { primeQuery, useQuery } from '../../../../platform/use-query'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Loadable } from '../../../../ui/loadable'

/** The rules by which openings are set apart, and their thresholds. */
export function Rules() {
  const key = useStaffKey('manage.limits')
  const limits = useQuery<TrustLimits>(key, () => call('GET /manage/trust-limits'))
  const [isOpen, setOpen] = useState(false)
  const { isBusy, run } = useAction(async (changed: TrustLimits) => {
    const answer = await call('PUT /manage/trust-limits', { body: changed })
    if (!answer.ok) return toast(errorText(answer.error))
    primeQuery(key, answer.value)
    setOpen(false)
    toast('已保存', 'done')
  })
  if (limits.status !== 'ready') return <Loadable of={limits} skeleton={<ListSkeleton rows={2} />} />
  return (
    <>
      <Card title="满足一条就单独放出来" isFlush className="suspects__rules">
        {ruleSentences(limits.value).map(({ rule, text }) => (
          <Cell key={rule} icon="shield" title={RULE_TEXT[rule]} note={text} />
        ))}
        <Cell
          icon="clock"
          title="店员的卡片"
          note={`${limits.value.cardLifeDays} 天后过期，过期的不再算业绩`}
        />
      </Card>
      <View className="suspects__edit">
        <Button kind="tint" isBlock onTap={() => setOpen(true)} className="suspects__limits">
          调整数字
        </Button>
      </View>
      {isOpen && (
        <LimitsSheet
          limits={limits.value}
          isBusy={isBusy}
          onKeep={(changed) => void run(changed)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
