import type { MemberTag } from '@contract/member-care'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TagList } from './tag-list'
import { TagSheet } from './tag-sheet'
import './tags-card.scss'

interface Props {
  readonly memberId: string
  readonly tags: readonly MemberTag[]
  readonly onSaved: () => void
}

/** What is noted of a member: what staff wrote, and what rules found, each with its reason on a tap. */
export function TagsCard({ memberId, tags, onSaved }: Props) {
  const [isWriting, setWriting] = useState(false)
  const byHand = tags.filter(({ source }) => source === 'hand').map(({ name }) => name)
  return (
    <Card
      title="标签"
      extra={
        <Button
          kind="text"
          size="small"
          icon="edit"
          className="tags-card__edit"
          onTap={() => setWriting(true)}
        >
          手写标签
        </Button>
      }
    >
      {tags.length === 0 ? (
        <View className="tags-card__none">记一两个词，下次就知道该聊什么，如「有宝宝」「爱吃辣」</View>
      ) : (
        <>
          <TagList tags={tags} />
          <View className="tags-card__hint">点一个标签，看它从哪里来</View>
        </>
      )}
      <TagSheet
        memberId={memberId}
        kept={byHand}
        isOpen={isWriting}
        onClose={() => setWriting(false)}
        onSaved={onSaved}
      />
    </Card>
  )
}
