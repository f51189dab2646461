import { View } from '@tarojs/components'
import { useState } from 'react'
import { exportName, exportText } from '../../../../features/privacy/data-text'
import { EraseSheet } from '../../../../features/privacy/erase-sheet'
import { SectionsCard } from '../../../../features/privacy/sections-card'
import { useErase } from '../../../../features/privacy/use-erase'
import { Shell } from '../../../../features/shell/shell'
import { copy, toast } from '../../../../platform/feedback'
import { sendFile } from '../../../../platform/file'
import { go } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { selectMemberId, useSession } from '../../../../platform/session'
import { useQuery } from '../../../../platform/use-query'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import './index.scss'

export default function MyDataPage() {
  const memberId = useSession(selectMemberId)
  // Erasing ends the session; the page that did it must not begin another one.
  const [owner] = useState(memberId ?? '')
  const [isErasing, setErasing] = useState(false)
  const { ordersKept, refusal, isBusy, erase } = useErase()
  const isErased = ordersKept !== null
  const data = useQuery(isErased ? null : `my-data.${owner}`, () => call('GET /me/data', { session: 'need' }))
  const items = useQuery('privacy-items', () => call('GET /privacy/items'))
  if (isErased) {
    return (
      <Shell className="my-data">
        <StateView
          art="check"
          title="已经注销并删除"
          text={
            ordersKept > 0
              ? `${ordersKept} 笔订单按法律留着金额和商品，已认不出是你`
              : '店里没有再留着你的资料'
          }
          action={{ text: '回到首页', onTap: () => go('home') }}
        />
      </Shell>
    )
  }
  return (
    <Shell className="my-data">
      <View className="my-data__lead">
        这家店留着的、和你有关的一切都在这里。登录的密钥除外，它们只会让别人冒充你。
      </View>
      <Loadable of={data} />
      {data.status === 'ready' && (
        <>
          <View className="my-data__deeds">
            <Button
              kind="tint"
              isBlock
              className="my-data__copy"
              onTap={() => void copy(exportText(data.value))}
            >
              复制全部
            </Button>
            <Button
              isBlock
              className="my-data__save"
              onTap={() => void save(exportText(data.value), exportName(data.value))}
            >
              存成文件
            </Button>
          </View>
          <SectionsCard sections={data.value.sections} />
          <View className="my-data__erase">
            <Button kind="text" className="my-data__leave" onTap={() => setErasing(true)}>
              注销并删除我的数据
            </Button>
          </View>
        </>
      )}
      <EraseSheet
        isOpen={isErasing}
        items={items.status === 'ready' ? items.value.items : []}
        refusal={refusal}
        isBusy={isBusy}
        onErase={erase}
        onClose={() => setErasing(false)}
      />
    </Shell>
  )
}

async function save(text: string, name: string): Promise<void> {
  const sent = await sendFile(text, name)
  if (sent.ok) return toast('已发出', 'done')
  if (sent.error === 'unavailable') toast('这里存不成文件，可复制全部')
}
