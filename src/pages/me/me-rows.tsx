import type { MeView } from '@contract/session'
import { usePersonalised } from '../../features/me/use-personalised'
import { setAppearance, useAppearance } from '../../platform/appearance'
import { go } from '../../platform/navigate'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Toggle } from '../../ui/toggle'

/** What can be set and looked up. The workbench shows for staff only. */
export function MeRows({ me }: { readonly me: MeView | null }) {
  const textSize = useAppearance((s) => s.textSize)
  return (
    <>
      {me?.staff && (
        <Card isFlush>
          <Cell icon="chart" title="工作台" note="今天的打开、成交和归属" onTap={() => go('workbench')} />
          {me.staff.role === 'manager' && (
            <Cell icon="bag" title="店铺管理" note="发货、售后、开票和运费" onTap={() => go('manage')} />
          )}
        </Card>
      )}
      <Card isFlush>
        <Cell icon="pin" title="收货地址" onTap={() => go('addresses')} />
        {me && <PersonalisedRow me={me} />}
        <Cell
          icon="gear"
          title="大字显示"
          value={
            <Toggle
              isOn={textSize === 'large'}
              label="大字显示"
              onChange={(isOn) => setAppearance({ textSize: isOn ? 'large' : 'normal' })}
            />
          }
        />
        <Cell icon="shield" title="隐私与关于" onTap={() => go('privacy')} />
      </Card>
    </>
  )
}

function PersonalisedRow({ me }: { readonly me: MeView }) {
  const { run } = usePersonalised(me)
  return (
    <Cell
      icon="spark"
      title="个性化推荐"
      note={me.personalised ? '首页按你和群友的喜好排序' : '首页按店里的顺序，人人相同'}
      value={
        <Toggle
          isOn={me.personalised}
          label="个性化推荐"
          onChange={(personalised) => void run(personalised)}
        />
      }
    />
  )
}
