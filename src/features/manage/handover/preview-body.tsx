import type { HandoverPreview } from '@contract/handover'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Price } from '../../../ui/price'
import { Tag } from '../../../ui/tag'
import { holdingsText } from './holdings-text'
import { FORM_TEXT } from './words'
import './preview-body.scss'

/** What would go to whom, and what stays with whom it is: nothing has moved yet. */
export function PreviewBody({ preview }: { readonly preview: HandoverPreview }) {
  const { name, form, moves, stays, invitationsRevoked } = preview
  const left = holdingsText(stays, '')
  return (
    <View className="preview-body">
      <View className="preview-body__who">
        <View className="preview-body__name">{name}</View>
        <Tag tone={form === 'leaver' ? 'warning' : 'plain'}>{FORM_TEXT[form]}</Tag>
      </View>
      <View className="preview-body__about">会交出去</View>
      {moves.map((gain) => (
        <View key={gain.staffId} className="preview-body__gain">
          <Avatar name={gain.name} size="small" />
          <View className="preview-body__words">
            <View className="preview-body__to">{gain.name}</View>
            <View className="preview-body__note">
              {holdingsText({ ...gain, groups: gain.groups.length }, '暂时没有分到')}
            </View>
            {gain.groups.length > 0 && (
              <View className="preview-body__groups">
                {gain.groups.map((it) => it.name ?? '还没起名的群').join('、')}
              </View>
            )}
          </View>
        </View>
      ))}
      {moves.length === 0 && <View className="preview-body__note">没有人接手，以后的单按规则找下一位</View>}
      <View className="preview-body__about">会留下</View>
      <View className="preview-body__stays">
        <View className="preview-body__line">
          <View>已经算数的业绩（{stays.orders} 单）</View>
          <Price fen={stays.maturedFen} size="small" tone="ink" />
        </View>
        <View className="preview-body__line">
          <View>还在等收货的业绩</View>
          <Price fen={stays.pendingFen} size="small" tone="ink" />
        </View>
        {left !== '' && (
          <View className="preview-body__line">
            <View>{form === 'leaver' ? '没人接手的' : '不交出去的'}</View>
            <View>{left}</View>
          </View>
        )}
      </View>
      <View className="preview-body__foot">
        业绩谁挣的归谁，以后的单才归接手的同事。
        {invitationsRevoked > 0 && `同时撤回${name}发出的 ${invitationsRevoked} 份邀请。`}
        一天之内可以撤销。
      </View>
    </View>
  )
}
