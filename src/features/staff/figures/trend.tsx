import type { FiguresView } from '@contract/figures'
import { dayOf } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { serverNow } from '../../../platform/clock'
import { Bars } from '../../../ui/bars'
import { Bone } from '../../../ui/bone'
import { yuanText } from '../../../ui/yuan'
import { shortDay } from '../span'
import './trend.scss'

type Day = FiguresView['trend'][number]

/** More days than a phone can show side by side are put together by weeks. */
const MOST_BARS = 62
const WEEK = 7
const LABELS = 5

/** Days as bars; the tapped one is read out above them. */
export function Trend({ of: shown }: { readonly of: { title: string; days: readonly Day[] } | null }) {
  const [picked, pick] = useState<string | null>(null)
  const last = shown?.days.at(-1)
  if (!shown || !last) return <Bone shape="block" className="trend trend__bone" />
  const isWeekly = shown.days.length > MOST_BARS
  const bars = isWeekly ? weeksOf(shown.days) : shown.days
  const chosen = bars.find(({ day }) => day === picked) ?? bars.at(-1) ?? last
  return (
    <View className="trend">
      <View className="trend__head">
        <View>
          {shown.title}走势{isWeekly && '，一根一周'}
        </View>
        <View className="trend__day">
          {dayName(chosen.day, isWeekly)} {yuanText(chosen.netSalesFen)} · {chosen.orders} 单
        </View>
      </View>
      {bars.some(({ orders }) => orders > 0) ? (
        <Bars items={barsOf(bars, isWeekly)} picked={chosen.day} onPick={pick} />
      ) : (
        <View className="trend__none">这些天还没有付款的订单，有了会画在这里</View>
      )}
    </View>
  )
}

/** Weeks counted back from the last day, so that the newest is whole. */
function weeksOf(days: readonly Day[]): Day[] {
  const weeks: Day[] = []
  for (let end = days.length; end > 0; end -= WEEK) {
    const week = days.slice(Math.max(0, end - WEEK), end)
    weeks.unshift({
      day: week[0]?.day ?? '',
      opens: week.reduce((sum, { opens }) => sum + opens, 0),
      orders: week.reduce((sum, { orders }) => sum + orders, 0),
      netSalesFen: week.reduce((sum, { netSalesFen }) => sum + netSalesFen, 0),
    })
  }
  return weeks
}

/** A few labels; the last bar needs none, it is read out above. */
function barsOf(days: readonly Day[], isWeekly: boolean) {
  const every = isWeekly || days.length < 2 * WEEK ? Math.ceil(days.length / LABELS) : WEEK
  return days.map(({ day, netSalesFen }, place) => ({
    key: day,
    value: netSalesFen,
    label: place < days.length - 1 && (days.length - 1 - place) % every === 0 ? shortDay(day) : '',
  }))
}

function dayName(day: string, isWeekly: boolean): string {
  if (isWeekly) return `${shortDay(day)} 起一周`
  return day === dayOf(serverNow()) ? '今天' : shortDay(day)
}
