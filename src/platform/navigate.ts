import Taro from '@tarojs/taro'
import { ROUTES, type RouteName, TABS, urlOf } from '../routes'
import { underWechat } from './native-ui'

/** WeChat keeps ten pages; beyond that `navigateTo` fails and the top page is replaced instead. */
const MOST_PAGES = 10

type Query = Record<string, string | number | undefined>

/** Opens a page. Tabs take no query: hand it over by a store. */
export function go(name: RouteName, query?: Query): void {
  if (TABS.has(name)) Taro.switchTab({ url: `/${ROUTES[name]}` })
  else if (Taro.getCurrentPages().length >= MOST_PAGES) Taro.redirectTo({ url: urlOf(name, query) })
  else Taro.navigateTo({ url: urlOf(name, query) })
}

/** Opens a page in place of this one, as checkout gives way to the order. */
export function goInstead(name: RouteName, query?: Query): void {
  if (TABS.has(name)) Taro.switchTab({ url: `/${ROUTES[name]}` })
  else Taro.redirectTo({ url: urlOf(name, query) })
}

/** One page back; home where a card opened this page and nothing lies below it. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else go('home')
}

export const setTitle = (title: string): void => void Taro.setNavigationBarTitle({ title })

/** The number on a tab; 0 takes it away. Only where a tab page stands does WeChat allow it. */
export function setTabBadge(tab: 'home' | 'coupons' | 'cart' | 'me', count: number): void {
  const index = ['home', 'coupons', 'cart', 'me'].indexOf(tab)
  const done =
    count > 0
      ? Taro.setTabBarBadge({ index, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index })
  done.catch(() => undefined)
}

/** Shows pictures full-screen, from the one that was tapped. */
export function viewPictures(urls: string[], current: string): void {
  void underWechat(() => Taro.previewImage({ urls, current })).catch(() => undefined)
}
