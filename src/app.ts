import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { openShop, watchTouches } from './features/touch/open-shop'
import { watchNetwork } from './platform/network'
import { watchPrivacy } from './platform/privacy'
import { askShop } from './platform/shop'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNetwork()
    watchPrivacy()
    watchTouches()
  })
  useDidShow((shown) => {
    openShop(shown)
    void askShop()
  })
  return children
}
