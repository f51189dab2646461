import { Image, View } from '@tarojs/components'
import { useRef } from 'react'
import { saveToAlbum } from '../../../../platform/album'
import { toast } from '../../../../platform/feedback'
import { viewPictures } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { useQuery } from '../../../../platform/use-query'
import { Bone } from '../../../../ui/bone'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { Sheet } from '../../../../ui/sheet'
import './code-sheet.scss'

interface Props {
  /** Whose code is shown; null while the sheet is closed. */
  readonly share: { readonly token: string; readonly title: string } | null
  readonly onClose: () => void
}

const FAILED = {
  'login.unavailable': { title: '微信暂时画不出小程序码', text: '请稍后再打开' },
  'thing.not_found': { title: '这次分享没有小程序码' },
} as const

/** The mini-program code of one share: scanning it counts like opening its card. */
export function CodeSheet({ share, onClose }: Props) {
  // What was shown stays while the sheet goes down.
  const shown = useRef(share)
  if (share) shown.current = share
  const token = shown.current?.token ?? null
  const code = useQuery(token && `staff.code.${token}`, () =>
    call('GET /shares/:token/code', { params: { token: token ?? '' }, session: 'need' }),
  )
  const { isBusy, run } = useAction(save)
  const dataUri = code.status === 'ready' ? code.value.dataUri : null
  return (
    <Sheet
      isOpen={share !== null}
      onClose={onClose}
      title="小程序码"
      foot={
        <Button
          isBlock
          isLoading={isBusy}
          isDisabled={dataUri === null}
          className="code-sheet__save"
          onTap={() => dataUri && token && void run(dataUri, token)}
        >
          保存图片
        </Button>
      }
    >
      <View className="code-sheet">
        {dataUri ? (
          <Image className="code-sheet__code" src={dataUri} mode="aspectFit" showMenuByLongpress />
        ) : (
          <Loadable
            of={code}
            skeleton={<Bone shape="block" className="code-sheet__code" />}
            failed={FAILED}
          />
        )}
        <View className="code-sheet__title">{shown.current?.title}</View>
        <View className="code-sheet__note">可以打印贴在店里，扫码打开和点卡片一样，都记在你名下</View>
      </View>
    </Sheet>
  )
}

async function save(dataUri: string, token: string): Promise<void> {
  const saved = await saveToAlbum(dataUri, `code-${token}`)
  if (saved.ok) return toast('已存到相册', 'done')
  if (saved.error === 'not_allowed') return toast('没有相册权限，可长按图片保存')
  // Hosts without a file system still show the picture large, to be kept by a long press.
  if (saved.error === 'unavailable') viewPictures([dataUri], dataUri)
}
