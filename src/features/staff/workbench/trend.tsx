import type { WorkbenchView } from '@contract/staff'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Bars } from '../../../ui/bars'
import { Bone } from '../../../ui/bone'
import { yuanText } from '../../../ui/yuan'
import './trend.scss'

type Day = WorkbenchView['trend'][number]

/** Thirty days as bars; the tapped one is read out above them. */
export function Trend({ days }: { readonly days: readonly Day[] | null }) {
  const [picked, pick] = useState<string | null>(null)
  const today = days?.at(-1)
  if (!days || !today) return <Bone shape="block" className="trend trend__bone" />
  const chosen = days.find(({ day }) => day === picked) ?? today
  return (
    <View className="trend">
      <View className="trend__head">
        <View>近30天走势</View>
        <View className="trend__day">
          {chosen === today ? '今天' : shortDay(chosen.day)} {yuanText(chosen.netSalesFen)} · {chosen.orders}{' '}
          单
        </View>
      </View>
      {days.some(({ orders }) => orders > 0) ? (
        <Bars items={barsOf(days)} picked={chosen.day} onPick={pick} />
      ) : (
        <View className="trend__none">第一单付款后，走势会画在这里</View>
      )}
    </View>
  )
}

/** A label each week; the last day needs none, it is read out above. */
const barsOf = (days: readonly Day[]) =>
  days.map(({ day, netSalesFen }, place) => ({
    key: day,
    value: netSalesFen,
    label: place < days.length - 1 && (days.length - 1 - place) % 7 === 0 ? shortDay(day) : '',
  }))

/** `2026-07-03` as `7/3`. */
function shortDay(day: string): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}/${Number(date)}`
}
