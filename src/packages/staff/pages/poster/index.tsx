import { Canvas, View } from '@tarojs/components'
import { Shell } from '../../../../features/shell/shell'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Bone } from '../../../../ui/bone'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import { POSTER_ID, usePoster } from '../../share-centre/poster/use-poster'
import '../../staff-page.scss'
import './index.scss'

const FAILED = {
  'login.unavailable': { title: '微信暂时画不出小程序码', text: '请稍后再打开' },
  'thing.not_found': { title: '没有找到这次分享' },
  'request.invalid': { title: '没有找到这次分享' },
} as const

export default function StaffPosterPage() {
  const { token = '' } = useRouterParams()
  const poster = useQuery(useStaffKey(`poster.${token}`), () =>
    call('GET /staff/shares/:token/poster', { params: { token }, session: 'need' }),
  )
  const { state, isSaving, save, again } = usePoster(poster.status === 'ready' ? poster.value : null)
  const isDrawn = poster.status === 'ready' && state === 'drawn'
  if (poster.status === 'ready' && state === 'failed') {
    return (
      <Shell>
        <StateView
          art="warn"
          title="海报没有画出来"
          text="网络好一点时再试"
          action={{ text: '再画一次', onTap: again }}
        />
      </Shell>
    )
  }
  return (
    <Shell
      className="staff-page staff-poster"
      bar={
        <Button
          isBlock
          className="staff-poster__save"
          isDisabled={!isDrawn}
          isLoading={isSaving}
          onTap={save}
        >
          保存到相册
        </Button>
      }
    >
      <Loadable
        of={poster}
        skeleton={
          <View className="staff-poster__frame">
            <Bone shape="block" className="staff-poster__bone" />
          </View>
        }
        failed={FAILED}
      />
      {poster.status === 'ready' && (
        <View className="staff-poster__frame">
          <Canvas type="2d" id={POSTER_ID} canvasId={POSTER_ID} className="staff-poster__canvas" />
          {!isDrawn && <Bone shape="block" className="staff-poster__bone" />}
        </View>
      )}
      <View className="staff-page__foot">扫码和点卡片一样记在你名下，可发到群里或打印</View>
    </Shell>
  )
}
