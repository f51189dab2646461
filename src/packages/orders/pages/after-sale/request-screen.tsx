import type { AfterSaleView } from '@contract/after-sale'
import { useEffect, useState } from 'react'
import { RequestFacts } from '../../../../features/after-sale/request-facts'
import { RequestLines } from '../../../../features/after-sale/request-lines'
import { SendSheet } from '../../../../features/after-sale/send-sheet'
import { AfterSaleHead } from '../../../../features/after-sale/state-head'
import { stepsOf } from '../../../../features/after-sale/steps'
import { SumCard } from '../../../../features/after-sale/sum-card'
import { useRequestDeeds } from '../../../../features/after-sale/use-request-deeds'
import { NotifyRow } from '../../../../features/notify/notify-row'
import { Shell } from '../../../../features/shell/shell'
import { copy } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { useNetwork } from '../../../../platform/network'
import { urlOf } from '../../../../routes'
import { Banner } from '../../../../ui/banner'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Quote } from '../../../../ui/quote'
import { Timeline } from '../../../../ui/timeline'

interface Props {
  readonly request: AfterSaleView
  readonly isStale: boolean
  readonly reload: () => Promise<void>
}

/** Where a request stands, what happens next, what comes back. */
export function RequestScreen({ request, isStale, reload }: Props) {
  const { withdraw, send } = useRequestDeeds(request.id, reload)
  const [isSending, setSending] = useState(false)
  const isOnline = useNetwork((s) => s.isOnline)
  useReloadWhilePaying(request, reload)
  const isOpen = request.state !== 'refunded' && request.state !== 'refused' && request.state !== 'withdrawn'
  const isComing = request.state === 'approved' || request.state === 'returning'
  const isNoteShown = request.decisionNote !== '' && isComing
  const maySend = request.actions.includes('send')
  const bar = request.actions.length > 0 && (
    <>
      {request.actions.includes('withdraw') && (
        <Button
          kind="line"
          isBlock={!maySend}
          isLoading={withdraw.isBusy}
          onTap={() => void withdraw.run()}
          className="after-sale__withdraw"
        >
          撤销申请
        </Button>
      )}
      {maySend && (
        <Button
          isBlock
          kind={request.parcel ? 'line' : 'fill'}
          onTap={() => setSending(true)}
          className="after-sale__send"
        >
          {request.parcel ? '更正运单号' : '填写运单号'}
        </Button>
      )}
    </>
  )
  return (
    <Shell className="after-sale" bar={bar || undefined}>
      {isStale && isOnline && (
        <Banner icon="cloud" tone="warning" isWide>
          没有连上，进度可能不是最新
        </Banner>
      )}
      <AfterSaleHead request={request} />
      {isNoteShown && (
        <Card onTap={() => void copy(request.decisionNote)}>
          <Quote>{request.decisionNote}</Quote>
        </Card>
      )}
      {isOpen && (
        <NotifyRow
          isAlone
          moment="ask_refund"
          text="退款到账时微信通知我"
          done="已开启，退款到账时会通知你"
        />
      )}
      <Card title="进度">
        <Timeline items={stepsOf(request, isNoteShown)} />
      </Card>
      <SumCard
        preview={request}
        title={isOpen && request.state !== 'refunding' ? '预计退回' : '退回'}
        note={request.isShopAtFault ? '由店里承担运费' : undefined}
      />
      <Card title="商品">
        <RequestLines lines={request.lines} />
      </Card>
      <RequestFacts request={request} onOrder={() => go('order', { id: request.orderId })} />
      <Card isFlush>
        <Cell
          icon="chat"
          title="联系客服"
          note="会带上这个申请"
          openType="contact"
          native={{
            sessionFrom: `after_sale:${request.id}|order:${request.orderNumber}`,
            sendMessageTitle: `售后 · 订单 ${request.orderNumber}`,
            sendMessagePath: urlOf('afterSale', { id: request.id }),
            showMessageCard: true,
          }}
        />
      </Card>
      <SendSheet
        isOpen={isSending}
        isBusy={send.isBusy}
        parcel={request.parcel}
        onClose={() => setSending(false)}
        onSend={(company, number) =>
          void send.run(company, number).then((isDone) => isDone && setSending(false))
        }
      />
    </Shell>
  )
}

/** Most money is back within seconds: look again until it is. */
function useReloadWhilePaying({ state }: AfterSaleView, reload: () => Promise<void>): void {
  const isPaying = state === 'refunding'
  useEffect(() => {
    if (!isPaying) return
    const timer = setInterval(() => void reload(), 4000)
    return () => clearInterval(timer)
  }, [isPaying, reload])
}
