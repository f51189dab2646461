import { MAX_RANGE_DAYS } from '@domain/figures/range'
import { DAY_MS, dayOf } from '@domain/shop-time'
import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { serverNow } from '../../../platform/clock'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { Sheet } from '../../../ui/sheet'
import { dayCount, type Span } from '../span'
import './span-sheet.scss'
import type { SpanChoice } from './use-span'

/** Asks for any days: the usual ones by a tap, others by two dates. */
export function SpanSheet({ of: { isAsking, span, choose, close } }: { readonly of: SpanChoice }) {
  const [typed, setTyped] = useState<Span | null>(null)
  const shown = typed ?? span
  const today = dayOf(serverNow())
  const fault = faultOf(shown)
  const done = (chosen: Span) => {
    setTyped(null)
    choose(chosen)
  }
  return (
    <Sheet
      isOpen={isAsking}
      onClose={close}
      title="看哪几天"
      foot={
        <Button isBlock className="span-sheet__done" isDisabled={fault !== null} onTap={() => done(shown)}>
          {fault === null ? `看这 ${dayCount(shown)} 天` : '看这几天'}
        </Button>
      }
    >
      <View className="span-sheet">
        <View className="span-sheet__usual">
          {usualSpans(serverNow()).map(({ text, ...usual }) => (
            <Chip key={text} onTap={() => done(usual)}>
              {text}
            </Chip>
          ))}
        </View>
        <View className="span-sheet__days">
          <Day name="从" day={shown.from} end={today} onPick={(from) => setTyped({ ...shown, from })} />
          <Day name="到" day={shown.to} end={today} onPick={(to) => setTyped({ ...shown, to })} />
        </View>
        <View className="span-sheet__fault">{fault}</View>
      </View>
    </Sheet>
  )
}

/** Below the tabs, while days chosen by hand are shown: which, and the way to other ones. */
export function ChosenDays({ of: { range, span, ask } }: { readonly of: SpanChoice }) {
  if (range !== null) return null
  return (
    <View className="chosen-days" hoverClass="chosen-days--pressed" ariaRole="button" onClick={ask}>
      {span.from.replaceAll('-', '.')} – {span.to.replaceAll('-', '.')}
      <View className="chosen-days__change">换几天</View>
    </View>
  )
}

interface DayProps {
  readonly name: string
  readonly day: string
  readonly end: string
  readonly onPick: (day: string) => void
}

function Day({ name, day, end, onPick }: DayProps) {
  return (
    <Picker
      mode="date"
      value={day}
      end={end}
      className={`span-sheet__picker span-sheet__picker--${name === '从' ? 'from' : 'to'}`}
      onChange={(event) => onPick(event.detail.value)}
    >
      <View className="span-sheet__day">
        <View className="span-sheet__name">{name}</View>
        <View className="span-sheet__date">{day.replaceAll('-', '.')}</View>
      </View>
    </Picker>
  )
}

function faultOf(span: Span): string | null {
  const days = dayCount(span)
  if (days < 1) return '结束的日子要在开始之后'
  return days > MAX_RANGE_DAYS ? '一次最多看一年' : null
}

/** Yesterday, this month so far, and the whole month before. */
function usualSpans(nowMs: number): readonly (Span & { readonly text: string })[] {
  const today = dayOf(nowMs)
  const yesterday = dayOf(nowMs - DAY_MS)
  const first = `${today.slice(0, 8)}01`
  const lastOfBefore = dayOf(Date.parse(`${first}T00:00:00Z`) - DAY_MS)
  return [
    { text: '昨天', from: yesterday, to: yesterday },
    { text: '本月', from: first, to: today },
    { text: '上月', from: `${lastOfBefore.slice(0, 8)}01`, to: lastOfBefore },
  ]
}
