import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { errorText } from '../../../platform/error-text'
import { toast } from '../../../platform/feedback'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { Field } from '../../../ui/field'
import { Icon } from '../../../ui/icon'
import { Sheet } from '../../../ui/sheet'
import './tag-sheet.scss'

interface Props {
  readonly memberId: string
  readonly kept: readonly string[]
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** The contract's bounds. */
const MOST_TAGS = 10
const MOST_CHARS = 12

/** Writes tags by hand: a word is added, a tap takes one away; nothing is kept until it is saved. */
export function TagSheet({ memberId, kept, isOpen, onClose, onSaved }: Props) {
  const [tags, setTags] = useState(kept)
  const [typed, setTyped] = useState('')
  const keptText = kept.join('\n')
  useEffect(() => {
    if (isOpen) setTags(keptText === '' ? [] : keptText.split('\n'))
    setTyped('')
  }, [isOpen, keptText])
  const word = typed.trim()
  const withWord = word === '' || tags.includes(word) ? tags : [...tags, word]
  const isFull = withWord.length > MOST_TAGS
  const { isBusy, run } = useAction(async () => {
    const answer = await call('PUT /staff/members/:id/tags', {
      params: { id: memberId },
      body: { tags: [...withWord] },
    })
    if (!answer.ok) return toast(errorText(answer.error))
    toast('已保存', 'done')
    onSaved()
    onClose()
  })
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="手写标签"
      foot={
        <Button
          isBlock
          className="tag-sheet__save"
          isLoading={isBusy}
          isDisabled={isFull}
          onTap={() => void run()}
        >
          保存
        </Button>
      }
    >
      <View className="tag-sheet">
        <View className="tag-sheet__field">
          <Field
            label="加一个"
            value={typed}
            onInput={setTyped}
            placeholder="最多 12 个字，如 爱吃辣"
            maxLength={MOST_CHARS}
            error={isFull ? '最多 10 个标签，先去掉一个' : null}
          />
        </View>
        <View className="tag-sheet__tags">
          {tags.map((name) => (
            <Chip key={name} onTap={() => setTags(tags.filter((other) => other !== name))}>
              {name}
              <Icon name="close" size="note" className="tag-sheet__away" />
            </Chip>
          ))}
        </View>
        <View className="tag-sheet__note">
          只有店里的同事看得到；会员导出自己的数据时也会看到，请写得客气。
        </View>
      </View>
    </Sheet>
  )
}
