import type { FiguresView } from '@contract/figures'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Funnel } from '../../../ui/funnel'
import { Icon } from '../../../ui/icon'
import { Ring } from '../../../ui/ring'
import { bpsOf, rateText } from '../rate-text'
import './conversion-card.scss'
import type { OpenRows } from './open-rows'

interface Props {
  readonly view: FiguresView
  readonly onRows: OpenRows
}

const LABELS = { opened: '到店', ordered: '下单', paid: '付款', paidAgain: '复购' } as const

/** How many of those who came have bought: the rate as a ring, its fraction in words, the way there as a funnel. */
export function ConversionCard({ view: { conversion, funnel, orders }, onRows }: Props) {
  const { part, whole, bps } = conversion
  return (
    <Card title="转化率" className="workbench__conversion">
      <View
        className="conversion-card"
        hoverClass="conversion-card--pressed"
        onClick={() => onRows('converted')}
      >
        <Ring value={(bps ?? 0) / 10_000}>{rateText(bps)}</Ring>
        <View className="conversion-card__words">
          {whole === 0 ? (
            <>
              <View className="conversion-card__fraction">还没有人到店</View>
              {orders > 0 && <View className="conversion-card__whole">{orders} 单来自之前的打开</View>}
            </>
          ) : (
            <>
              <View className="conversion-card__fraction">
                <View className="conversion-card__part">{part}</View>人付款
              </View>
              <View className="conversion-card__whole">/ {whole} 人到店</View>
            </>
          )}
        </View>
        <Icon name="arrow" size="note" className="conversion-card__arrow" />
      </View>
      {whole > 0 && (
        <View hoverClass="conversion-card--pressed" onClick={() => onRows('members')}>
          <Funnel steps={stepsOf(funnel)} />
        </View>
      )}
    </Card>
  )
}

const stepsOf = (funnel: FiguresView['funnel']) =>
  funnel.map(({ step, members }, place) => {
    const before = funnel[place - 1]
    return {
      key: step,
      label: LABELS[step],
      value: members,
      rate: before && rateText(bpsOf(members, before.members)),
    }
  })
