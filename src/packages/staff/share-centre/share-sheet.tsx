import type { ShareChannel } from '@contract/share'
import { View } from '@tarojs/components'
import { errorText } from '../../../platform/error-text'
import { copy, toast } from '../../../platform/feedback'
import { go } from '../../../platform/navigate'
import { selectMemberId, useSession } from '../../../platform/session'
import { useAction } from '../../../platform/use-action'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { Picture } from '../../../ui/picture'
import { Sheet } from '../../../ui/sheet'
import { mintFor } from './mint'
import './share-sheet.scss'
import type { Subject } from './subject'
import type { MyGroup } from './use-my-groups'
import type { SheetCard } from './use-sheet-card'

/** The name of the sheet's share button: the page finds its card by it. */
export const SHEET_CARD = 'sheet'

interface Props {
  /** What is shared; null while the sheet is closed. */
  readonly subject: Subject | null
  readonly groups: readonly MyGroup[]
  readonly groupId: string | null
  readonly onGroup: (groupId: string | null) => void
  readonly minted: SheetCard
  readonly onClose: () => void
}

/** One thing to share: for which group, and in which way; each way and group has a token of its own. */
export function ShareSheet({ subject, groups, groupId, onGroup, minted, onClose }: Props) {
  const memberId = useSession(selectMemberId) ?? ''
  const { isBusy, run } = useAction(async (channel: ShareChannel) => {
    if (!subject) return
    const answer = await mintFor(memberId, { subject, channel, groupId })
    if (!answer.ok) return toast(errorText(answer.error))
    if (channel === 'code') go('staffPoster', { token: answer.value.token })
    else await copy(answer.value.path)
  })
  const group = groups.find(({ id }) => id === groupId)
  return (
    <Sheet isOpen={subject !== null} onClose={onClose} title="分享">
      {subject && (
        <View className="share-sheet">
          <View className="share-sheet__subject">
            {subject.picture !== null && <Picture src={subject.picture} className="share-sheet__picture" />}
            <View className="share-sheet__words">
              <View className="share-sheet__title">{subject.title}</View>
              <View className="share-sheet__note">{subject.note}</View>
            </View>
          </View>
          {groups.length > 0 && (
            <>
              <View className="share-sheet__about">发到哪里</View>
              <View className="share-sheet__groups">
                <Chip isChosen={groupId === null} onTap={() => onGroup(null)}>
                  不限
                </Chip>
                {groups.map(({ id, name }) => (
                  <Chip key={id} isChosen={groupId === id} onTap={() => onGroup(id)}>
                    {name}
                  </Chip>
                ))}
              </View>
            </>
          )}
          <View className="share-sheet__hint">
            {group
              ? `这张卡片单独记在「${group.name}」，能看到它带来了什么`
              : '发给谁都行，带来的订单都记在你名下'}
          </View>
          <View className="share-sheet__ways">
            <Button
              kind="tint"
              className="share-sheet__poster"
              isLoading={isBusy}
              onTap={() => void run('code')}
            >
              海报
            </Button>
            <ShareButton minted={minted} />
          </View>
          <Button
            kind="text"
            size="small"
            isBlock
            className="share-sheet__link"
            isDisabled={isBusy}
            onTap={() => void run('link')}
          >
            复制页面路径，放进公众号菜单或文章
          </Button>
        </View>
      )}
    </Sheet>
  )
}

function ShareButton({ minted: { card, hasFailed, again } }: { readonly minted: SheetCard }) {
  if (hasFailed) {
    return (
      <Button isBlock className="share-sheet__again" onTap={again}>
        再试一次
      </Button>
    )
  }
  return (
    <Button
      isBlock
      icon="share"
      openType="share"
      className="share-sheet__send"
      isLoading={card === null}
      native={{ 'data-card': SHEET_CARD }}
    >
      发到群里
    </Button>
  )
}
