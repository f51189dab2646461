import type { MemberDetail } from '@contract/member-care'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { contactText } from '../serve/words'
import './member-past.scss'

type Past = Pick<MemberDetail, 'groups' | 'recentOpens' | 'contacts'>

/** Where a member came from, when, and when somebody wrote to them. */
export function MemberPast({ of: { groups, recentOpens, contacts } }: { readonly of: Past }) {
  return (
    <>
      {groups.length > 0 && (
        <Card title="来自这些群">
          <View className="member-past__text">
            {groups.map(({ name }) => name ?? '还没起名的群').join('、')}
          </View>
        </Card>
      )}
      {contacts.length > 0 && (
        <Card title="联系记录">
          {contacts.map(({ at, reason, note }) => (
            <Line
              key={at}
              at={at}
              text={note === '' ? contactText(reason) : `${contactText(reason)} · ${note}`}
            />
          ))}
        </Card>
      )}
      {recentOpens.length > 0 && (
        <Card title="最近来过">
          {recentOpens.map(({ at, text, groupName }) => (
            <Line key={at} at={at} text={groupName === null ? text : `${text} · ${groupName}`} />
          ))}
        </Card>
      )}
    </>
  )
}

function Line({ at, text }: { readonly at: number; readonly text: string }) {
  return (
    <View className="member-past__line">
      <View className="member-past__text">{text}</View>
      <View className="member-past__at">{momentText(at)}</View>
    </View>
  )
}
