import type { FreightRow, FreightView } from '@contract/freight'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { draftOf, ELSEWHERE, EMPTY_ROW, rowOf, rowText } from '../../../../features/manage/freight/draft'
import { RowSheet } from '../../../../features/manage/freight/row-sheet'
import { Shell } from '../../../../features/shell/shell'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import type { ApiError } from '../../../../platform/http'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import './index.scss'

interface Props {
  readonly freight: FreightView
  readonly onSaved: (freight: FreightView) => void
}

const FAULTS: Readonly<Record<string, string>> = {
  area_unknown: '有不认识的地区，请重新选择',
  area_twice: '有的地区写了两次',
  elsewhere_missing: '要留一行「其他地区」',
}

/** Why the table was not taken. */
function faultText(error: ApiError): string {
  const { why = '' } = (('detail' in error ? error.detail : null) ?? {}) as { why?: string }
  return error.code === 'freight.rule_invalid' ? (FAULTS[why] ?? '请检查各行再保存') : errorText(error)
}

const isElsewhere = (row: FreightRow) => row.areas.includes(ELSEWHERE)

/** Every row of the table; what is changed counts once it is saved, for orders placed from then on. */
export function FreightScreen({ freight, onSaved }: Props) {
  const [rows, setRows] = useState<readonly FreightRow[] | null>(null)
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const shown = rows ?? freight.rows
  const { isBusy, run } = useAction(async () => {
    const answer = await call('PUT /manage/freight', { body: { rows: shown.map((row) => ({ ...row })) } })
    if (!answer.ok) {
      return toast(faultText(answer.error))
    }
    onSaved(answer.value)
    setRows(null)
    toast('已保存', 'done')
  })
  const row = typeof editing === 'number' ? shown[editing] : undefined
  const replace = (changed: FreightRow) =>
    setRows(
      editing === 'new'
        ? [...shown.filter((it) => !isElsewhere(it)), changed, ...shown.filter(isElsewhere)]
        : shown.map((it, place) => (place === editing ? changed : it)),
    )
  const bar = (
    <>
      <Button kind="line" onTap={() => setEditing('new')} className="manage-freight__add">
        加一个地区
      </Button>
      <Button
        isBlock
        isLoading={isBusy}
        isDisabled={rows === null}
        onTap={() => void run()}
        className="manage-freight__save"
      >
        保存
      </Button>
    </>
  )
  return (
    <Shell className="manage-freight" bar={bar}>
      <View className="manage-freight__lead">
        免运费看用券前的商品金额。已经下的单，运费不变
        {freight.updatedAt !== null && ` · ${momentText(freight.updatedAt)} 改过`}
      </View>
      <Card isFlush>
        {shown.map((it, place) => (
          <Cell
            key={it.areas.join()}
            icon={it.delivers ? 'truck' : 'close'}
            title={isElsewhere(it) ? '其他地区' : it.areas.join('、')}
            note={rowText(it)}
            onTap={() => setEditing(place)}
          />
        ))}
      </Card>
      {editing !== null && (
        <RowSheet
          key={String(editing)}
          start={row ? draftOf(row) : EMPTY_ROW}
          taken={shown.filter((it) => it !== row).flatMap((it) => it.areas)}
          onClose={() => setEditing(null)}
          onKeep={(draft) => {
            replace(rowOf(draft))
            setEditing(null)
          }}
          onRemove={
            row && !isElsewhere(row)
              ? () => {
                  setRows(shown.filter((it) => it !== row))
                  setEditing(null)
                }
              : null
          }
        />
      )}
    </Shell>
  )
}
