import type { MemberTag } from '@contract/member-care'
import { View } from '@tarojs/components'
import { tell } from '../../../platform/feedback'
import { Tag } from '../../../ui/tag'
import './tag-list.scss'

/** Tags beside each other. One that a rule found says on a tap which rule, and by which figures. */
export function TagList({ tags }: { readonly tags: readonly MemberTag[] }) {
  if (tags.length === 0) return null
  return (
    <View className="tag-list">
      {tags.map((tag) => (
        <View
          key={`${tag.source}.${tag.name}`}
          className={`tag-list__one tag-list__one--${tag.source}`}
          onClick={(event) => {
            event.stopPropagation()
            explain(tag)
          }}
        >
          <Tag tone={tag.source === 'rule' ? 'accent' : 'line'}>{tag.name}</Tag>
        </View>
      ))}
    </View>
  )
}

const explain = ({ name, why }: MemberTag): void =>
  tell({ title: `标签「${name}」`, text: why ?? '店里的同事手写的' })
