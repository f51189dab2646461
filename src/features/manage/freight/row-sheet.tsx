import { PROVINCES } from '@domain/pricing/area'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Cell } from '../../../ui/cell'
import { Chip } from '../../../ui/chip'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { Toggle } from '../../../ui/toggle'
import { ELSEWHERE, faultsOf, type RowDraft } from './draft'
import './row-sheet.scss'

interface Props {
  readonly start: RowDraft
  /** Areas other rows have: one place pays one freight. */
  readonly taken: readonly string[]
  readonly onKeep: (draft: RowDraft) => void
  readonly onRemove: (() => void) | null
  readonly onClose: () => void
}

/** One row of the table: where, whether, how much, from when free. */
export function RowSheet({ start, taken, onKeep, onRemove, onClose }: Props) {
  const [draft, setDraft] = useState(start)
  const [isChecked, setChecked] = useState(false)
  const faults = isChecked ? faultsOf(draft) : {}
  const change = (part: Partial<RowDraft>) => setDraft((before) => ({ ...before, ...part }))
  const isElsewhere = draft.areas.includes(ELSEWHERE)
  const turn = (area: string) =>
    change({
      areas: draft.areas.includes(area) ? draft.areas.filter((it) => it !== area) : [...draft.areas, area],
    })
  const keep = () => {
    setChecked(true)
    if (Object.keys(faultsOf(draft)).length === 0) onKeep(draft)
  }
  // Area codes of cities were set elsewhere and stay as they are.
  const codes = draft.areas.filter((area) => /^\d/.test(area))
  const foot = (
    <View className="row-sheet__foot">
      {onRemove && (
        <Button kind="line" onTap={onRemove}>
          删除
        </Button>
      )}
      <Button isBlock onTap={keep} className="row-sheet__keep">
        确定
      </Button>
    </View>
  )
  return (
    <Sheet isOpen onClose={onClose} title={isElsewhere ? '其他地区' : '地区与运费'} foot={foot}>
      <View className="row-sheet">
        {!isElsewhere && (
          <View className="row-sheet__areas">
            {[...codes, ...PROVINCES].map((area) => (
              <Chip
                key={area}
                isChosen={draft.areas.includes(area)}
                isOut={taken.includes(area)}
                onTap={taken.includes(area) ? undefined : () => turn(area)}
              >
                {area}
              </Chip>
            ))}
          </View>
        )}
        {faults.areas && <View className="row-sheet__fault">{faults.areas}</View>}
        <Cell
          title="配送"
          value={<Toggle isOn={draft.delivers} label="配送" onChange={(delivers) => change({ delivers })} />}
        />
        {draft.delivers && (
          <>
            <Field
              label="运费"
              value={draft.fee}
              maxLength={9}
              placeholder="元，0 为包邮"
              error={faults.fee}
              onInput={(fee) => change({ fee })}
            />
            <Field
              label="满额免"
              value={draft.freeOver}
              maxLength={9}
              placeholder="元，按券前金额，留空不免"
              error={faults.freeOver}
              onInput={(freeOver) => change({ freeOver })}
            />
          </>
        )}
      </View>
    </Sheet>
  )
}
