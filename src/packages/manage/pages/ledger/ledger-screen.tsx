import type { StaffRow } from '@contract/team'
import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { CheckCard, type Verdict } from '../../../../features/manage/ledger/check-card'
import { rowsOf, SPANS, type Span, spanOf } from '../../../../features/manage/ledger/span'
import { StaffSheet } from '../../../../features/manage/team/staff-sheet'
import { Shell } from '../../../../features/shell/shell'
import { serverNow } from '../../../../platform/clock'
import { errorText } from '../../../../platform/error-text'
import { copy, toast } from '../../../../platform/feedback'
import { sendFile } from '../../../../platform/file'
import { go } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Chip } from '../../../../ui/chip'
import './ledger-screen.scss'

interface Props {
  readonly people: readonly StaffRow[]
  /** Whose rows the page was opened for; null: everybody's. */
  readonly start: string | null
}

/** WeChat's wait for a long file. */
const EXPORT_MS = 60_000

/** Days and person, then the file; below it the check. */
export function LedgerScreen({ people, start }: Props) {
  const [span, setSpan] = useState<Span>(() => spanOf('month', serverNow()))
  const [staffId, setStaffId] = useState(start)
  const [isPicking, setPicking] = useState(false)
  const [csv, setCsv] = useState<string | null>(null)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const person = people.find((it) => it.staffId === staffId)
  const choose = (days: Span, whose: string | null) => {
    setSpan(days)
    setStaffId(whose)
    setCsv(null)
  }
  const fetching = useAction(async () => {
    const query = { ...span, ...(staffId === null ? {} : { staffId }) }
    const answer = await call('GET /manage/ledger.csv', { query, timeoutMs: EXPORT_MS })
    if (!answer.ok) {
      const isTooLong = answer.error.code === 'request.invalid'
      return toast(isTooLong ? '一次最多导出一年，开始要早于结束' : errorText(answer.error))
    }
    // CSV is no JSON, so it comes as the text it is.
    setCsv(String(answer.value))
  })
  const checking = useAction(async () => {
    const answer = await call('POST /manage/ledger/check')
    if (answer.ok) setVerdict(answer.value)
    else toast(errorText(answer.error))
  })
  const send = async () => {
    if (csv === null) return
    const sent = await sendFile(csv, `账本-${span.from}-${span.to}.csv`)
    if (!sent.ok && sent.error === 'unavailable') toast('这里发不了文件，可以复制')
  }
  const rows = csv === null ? 0 : rowsOf(csv)
  return (
    <Shell className="ledger">
      <Card title="导出流水" className="ledger__span">
        <View className="ledger__chips">
          {SPANS.map(({ key, text }) => {
            const days = spanOf(key, serverNow())
            const isChosen = days.from === span.from && days.to === span.to
            return (
              <Chip key={key} isChosen={isChosen} onTap={() => choose(days, staffId)}>
                {text}
              </Chip>
            )
          })}
        </View>
        <View className="ledger__days">
          <Picker
            mode="date"
            value={span.from}
            onChange={({ detail }) => choose({ ...span, from: detail.value }, staffId)}
          >
            <View className="ledger__day">{span.from}</View>
          </Picker>
          <View className="ledger__until">到</View>
          <Picker
            mode="date"
            value={span.to}
            onChange={({ detail }) => choose({ ...span, to: detail.value }, staffId)}
          >
            <View className="ledger__day">{span.to}</View>
          </Picker>
        </View>
      </Card>
      <Card isFlush>
        <Cell title="谁的" value={person?.name ?? '全店'} onTap={() => setPicking(true)} />
      </Card>
      <Card className="ledger__file">
        {csv === null ? (
          <>
            <View className="ledger__note">
              每一笔入账、生效、退款冲回和更正，带当时的提成比例。Excel 直接打开就是中文
            </View>
            <Button
              isBlock
              isLoading={fetching.isBusy}
              onTap={() => void fetching.run()}
              className="ledger__make"
            >
              生成 CSV
            </Button>
          </>
        ) : (
          <>
            <View className="ledger__ready">
              {rows} 笔流水{rows === 0 && '，这几天没有入账'}
            </View>
            <View className="ledger__deeds">
              <Button kind="line" onTap={() => void copy(csv)} className="ledger__copy">
                复制
              </Button>
              <Button isBlock icon="share" onTap={() => void send()} className="ledger__send">
                发到微信聊天
              </Button>
            </View>
            <View className="ledger__note">发给文件传输助手，就能在电脑上打开</View>
          </>
        )}
      </Card>
      <CheckCard
        verdict={verdict}
        isBusy={checking.isBusy}
        onCheck={() => void checking.run()}
        onOrder={(id) => go('manageCorrection', { id })}
      />
      {isPicking && (
        <StaffSheet
          title="谁的流水"
          people={people}
          chosen={staffId}
          nobody={{ title: '全店', note: '所有人，包括无人归属的' }}
          onChoose={(chosen) => {
            setPicking(false)
            choose(span, chosen)
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Shell>
  )
}
