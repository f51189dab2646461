import type { MessageView } from '@contract/message'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import './message-row.scss'
import { fateText, OCCASION_WORDS, STATE_WORDS } from './words'

const TONES = { due: 'plain', sending: 'plain', sent: 'good', skipped: 'plain', failed: 'bad' } as const

/** One message: to whom, about what, and what became of it. */
export function MessageRow({ message }: { readonly message: MessageView }) {
  const { occasion, maskedMember, state } = message
  return (
    <Card className="message-row">
      <View className="message-row__head">
        <View className="message-row__title">
          {OCCASION_WORDS[occasion]} · {maskedMember}
        </View>
        <Tag tone={TONES[state]}>{STATE_WORDS[state]}</Tag>
      </View>
      <View className="message-row__fate">{fateText(message)}</View>
    </Card>
  )
}
