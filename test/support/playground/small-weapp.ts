import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Events go to storage, where a test reads them by `heardBy`. */
const HEAR = `
const heard = (name, detail) => wx.setStorageSync('heard', [...(wx.getStorageSync('heard') || []), [name, detail]])
const hear = (name) => (event) => heard(name, event.detail)
`

const APP_JSON = {
  pages: ['pages/home', 'pages/parts'],
  subPackages: [{ root: 'far', pages: ['page'] }],
  window: { navigationBarTitleText: '小样' },
  tabBar: {
    list: [
      { pagePath: 'pages/home', text: '首页' },
      { pagePath: 'pages/parts', text: '组件' },
    ],
  },
}

const APP = `
App({
  onLaunch(options) { wx.setStorageSync('launch', options) },
  onShow(options) { wx.setStorageSync('shows', [...(wx.getStorageSync('shows') || []), options]) },
  onHide() { wx.setStorageSync('hides', (wx.getStorageSync('hides') || 0) + 1) },
})`

const HOME = `${HEAR}
const GLOBALS = { window: typeof window, document: typeof document, fetch: typeof fetch, localStorage: typeof localStorage,
  URL: typeof URL, globalThisDocument: typeof globalThis.document }
Page({
  data: { query: '', n: 0 },
  onLoad(query) { this.setData({ query: query.q || '' }); heard('globals', GLOBALS) },
  deeper() { wx.navigateTo({ url: '/far/page?n=1', fail: (e) => heard('refused', e.errMsg) }) },
  count() { this.setData({ n: this.data.n + 1 }) },
  ask() { for (let i = 0; i < 14; i++) wx.request({ url: 'http://shop.test/slow', complete: (e) => heard('answer', e.errMsg) }) },
  get() { wx.request({ url: 'http://shop.test/quick', complete: (e) => heard('answer', e.errMsg) }) },
  unknown() { try { wx.startWifi({}) } catch (e) { heard('unknown', e.message) } },
  onShareAppMessage: () => ({ title: '一张卡片', path: '/pages/home?q=shared' }),
})`

const HOME_WXML = `<view class="query">{{query}}</view><view class="n">{{n}}</view>
<button class="deeper" bindtap="deeper">深</button><button class="count" bindtap="count">数</button>
<button class="ask" bindtap="ask">问</button><button class="get" bindtap="get">取</button>
<button class="unknown" bindtap="unknown">不认识</button>
<view class="half" style="width:375rpx;height:10rpx"></view>`

const FAR = `Page({ onLoad({ n }) { this.setData({ n }) },
  deeper() { wx.navigateTo({ url: '/far/page?n=' + (Number(this.data.n) + 1), fail: (e) => wx.setStorageSync('refused', e.errMsg) }) } })`

const PARTS = `${HEAR}
Page({
  data: { range: ['甲', '乙', '丙'], nodes: '<p>富<b>文本</b></p>', isPulled: false },
  onReady() {
    wx.createSelectorQuery().select('.canvas').fields({ node: true }).exec(([{ node }]) => {
      const context = node.getContext('2d')
      context.fillStyle = '#e5532d'
      context.fillRect(0, 0, 10, 10)
      wx.canvasToTempFilePath({ canvas: node, success: (r) => heard('drawn', typeof r.tempFilePath) })
    })
  },
  pull(e) { hear('refresh')(e); this.setData({ isPulled: true }) },
  phone: hear('phone'), input: hear('input'), area: hear('area'), pick: hear('pick'), flip: hear('switch'),
  radio: hear('radio'), boxes: hear('checkbox'), swipe: hear('swiper'), lower: hear('lower'),
})`

const PARTS_WXML = `<button class="phone" open-type="getPhoneNumber" bindgetphonenumber="phone">手机号</button>
<input class="input" bindinput="input" maxlength="3"/><textarea class="area" bindinput="area"></textarea>
<picker class="picker" range="{{range}}" bindchange="pick"><view>选</view></picker>
<switch class="switch" bindchange="flip"/>
<radio-group bindchange="radio"><radio class="radio" value="a"/><radio class="radio-b" value="b"/></radio-group>
<checkbox-group bindchange="boxes"><checkbox class="box" value="x"/><checkbox class="box-y" value="y"/></checkbox-group>
<swiper class="swiper" bindchange="swipe" current="{{0}}"><swiper-item>1</swiper-item><swiper-item>2</swiper-item></swiper>
<scroll-view class="scroll" scroll-y style="height:100px" bindscrolltolower="lower" refresher-enabled bindrefresherrefresh="pull">
<view style="height:600px">长</view></scroll-view>
<canvas class="canvas" type="2d" style="width:20px;height:20px"></canvas>
<rich-text class="rich" nodes="{{nodes}}"></rich-text>
<image class="cover" mode="aspectFill" src="/dot.png" style="width:40px;height:20px"/><image class="wide" mode="widthFix" src="/dot.png" style="width:40px"/>`

/** A mini-program that holds one of everything the phone must answer, in a folder of its own. */
export function writeSmallWeapp(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'qundian-weapp-'))
  const files: Record<string, string | Buffer> = {
    'app.json': JSON.stringify(APP_JSON),
    'app.js': APP,
    'app.wxss': '',
    'pages/home.js': HOME,
    'pages/home.wxml': HOME_WXML,
    'pages/home.json': '{}',
    'pages/parts.js': PARTS,
    'pages/parts.wxml': PARTS_WXML,
    'pages/parts.json': '{}',
    'far/page.js': FAR,
    'far/page.wxml': '<view class="depth">{{n}}</view><button class="deeper" bindtap="deeper">再深</button>',
    'far/page.json': '{}',
    'dot.png': Buffer.from(DOT, 'base64'),
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** One grey pixel. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
