import type { AuditRow } from '@contract/ledger'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { cls } from '../../../ui/cls'
import './audit-line.scss'
import { detailText } from './words'

/** One deed: what, who, when, why. */
export function AuditLine({ row, onOpen }: { readonly row: AuditRow; readonly onOpen?: () => void }) {
  const { at, actor, text, detail } = row
  const said = detailText(detail)
  return (
    <View
      className={cls('audit-line', onOpen && 'audit-line--link')}
      hoverClass={onOpen ? 'audit-line--pressed' : 'none'}
      onClick={onOpen}
    >
      <View className="audit-line__head">
        <View className="audit-line__what">{text}</View>
        <View className="audit-line__when">{momentText(at)}</View>
      </View>
      <View className="audit-line__who">{actor ?? '系统或命令行'}</View>
      {said !== '' && <View className="audit-line__said">{said}</View>}
    </View>
  )
}
