import type { MyData } from '@contract/privacy'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { valueText } from './data-text'
import './sections-card.scss'

/** As many rows as a screen bears; the export has all of them. */
const SHOWN = 20

/** What is kept, part by part; a tap opens its rows. */
export function SectionsCard({ sections }: { readonly sections: MyData['sections'] }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Card isFlush className="sections-card">
      {sections.map(({ name, title, rows }) => (
        <View key={name} className="sections-card__one">
          <Cell
            title={title}
            value={`${rows.length} 条${open === name ? '，收起' : ''}`}
            onTap={() => setOpen(open === name ? null : name)}
          />
          {open === name && <Rows rows={rows} />}
        </View>
      ))}
    </Card>
  )
}

function Rows({ rows }: { readonly rows: MyData['sections'][number]['rows'] }) {
  return (
    <View className="sections-card__rows">
      {keyed(rows.slice(0, SHOWN)).map(({ key, row }) => (
        <View key={key} className="sections-card__row">
          {Object.entries(row).map(([field, value]) => (
            <View key={field} className="sections-card__fact">
              <View className="sections-card__field">{field}</View>
              <View className="sections-card__value">{valueText(value)}</View>
            </View>
          ))}
        </View>
      ))}
      {rows.length > SHOWN && (
        <View className="sections-card__more">还有 {rows.length - SHOWN} 条，导出的文件里是全部</View>
      )}
    </View>
  )
}

const keyed = <T,>(rows: readonly T[]) => rows.map((row, place) => ({ key: `row-${place}`, row }))
