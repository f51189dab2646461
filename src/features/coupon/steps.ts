import type { LadderView, RungView } from '@contract/coupon'
import type { Step } from '../../ui/staircase'
import { yuanText } from '../../ui/yuan'
import { offText, rateText, riserText, thresholdText } from './words'

const STATES: Readonly<Record<RungView['state'], Step['state']>> = {
  reached: 'reached',
  current: 'current',
  next: 'next',
  locked: 'later',
  not_yet: 'later',
  sold_out: 'gone',
  ended: 'gone',
}

/** A ladder as the staircase draws it: what each step gives, what it asks, what is missing on its riser. */
export const stepsOf = ({ rungs, slot }: Pick<LadderView, 'rungs' | 'slot'>): Step[] =>
  rungs.map((rung) => ({
    key: String(rung.rank),
    title: offText(rung.off, slot),
    short: shortText(rung.off),
    note: thresholdText(rung.thresholdFen),
    state: STATES[rung.state],
    missing: onRiser(rung),
  }))

const shortText = (off: RungView['off']): string =>
  off.kind === 'amount' ? yuanText(off.amountOff) : rateText(off.offBps)

/** Few copies left are worth a word only on a step one may still take. */
export const FEW = 20

function onRiser({ state, gate, missing, left, offer }: RungView): string | undefined {
  if (state === 'sold_out') return '已抢完'
  if (state === 'next' || state === 'locked') {
    if (missing) return riserText({ gate, missing })
  }
  return offer !== null && left !== null && left <= FEW ? `剩${left}张` : undefined
}
