import type { LadderView } from '@contract/coupon'
import { DAY_MS, momentText } from '@domain/shop-time'
import { Text } from '@tarojs/components'
import { serverNow } from '../../platform/clock'
import { Countdown } from '../../ui/countdown'

interface Props {
  readonly ladder: Pick<LadderView, 'phase' | 'claimFrom' | 'claimUntil'>
  readonly onTurn: () => void
}

/** When claims open or close: a countdown in the last three days, by the shop's clock, else the date. */
export function WindowText({ ladder, onTurn }: Props) {
  const { phase, claimFrom, claimUntil } = ladder
  if (phase === 'ended') return <Text>领取已结束</Text>
  if (phase === 'paused') return <Text>领取暂停中</Text>
  const isBefore = phase === 'not_yet'
  const turn = isBefore ? claimFrom : claimUntil
  if (turn - serverNow() > 3 * DAY_MS) {
    return <Text>{isBefore ? `${momentText(turn)} 开领` : `${momentText(turn)} 截止`}</Text>
  }
  return (
    <Text>
      {isBefore ? '距开领 ' : '距结束 '}
      <Countdown until={turn} onEnd={onTurn} />
    </Text>
  )
}
