import type { Entered, EnterOptions } from '../types'
import { asynchronous, Signal } from './api'

const LIB_VERSION = '3.8.12'
const STATUS_BAR = 47

/** The phone itself: its size, its versions, its colours. */
export function systemApi(appId: string, fontSize: number): Record<string, unknown> {
  const window = () => {
    const { innerWidth, innerHeight } = globalThis
    const bottom = innerHeight - 34
    return {
      pixelRatio: devicePixelRatio,
      screenWidth: innerWidth,
      screenHeight: innerHeight,
      windowWidth: innerWidth,
      windowHeight: pageHeight(),
      statusBarHeight: STATUS_BAR,
      screenTop: STATUS_BAR + 44,
      safeArea: {
        left: 0,
        right: innerWidth,
        top: STATUS_BAR,
        bottom,
        width: innerWidth,
        height: bottom - STATUS_BAR,
      },
    }
  }
  const base = () => ({
    SDKVersion: LIB_VERSION,
    version: '8.0.60',
    language: 'zh_CN',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    fontSizeSetting: fontSize,
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
  })
  const device = () => ({
    brand: 'playground',
    model: 'playground',
    platform: 'ios',
    system: 'iOS 17.0',
    benchmarkLevel: 50,
    abi: 'arm64',
    deviceOrientation: 'portrait',
  })
  const all = () => ({ ...window(), ...base(), ...device(), wifiEnabled: true, locationEnabled: true })
  const theme = new Signal<{ theme: string }>()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    theme.send({ theme: base().theme }),
  )

  return {
    getSystemInfoSync: all,
    getSystemInfo: asynchronous('getSystemInfo', all),
    getSystemInfoAsync: asynchronous('getSystemInfoAsync', all),
    getWindowInfo: window,
    getAppBaseInfo: base,
    getDeviceInfo: device,
    getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ notificationAuthorized: 'authorized', albumAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { appId, envVersion: 'develop', version: '' }, plugin: {} }),
    getMenuButtonBoundingClientRect: () => {
      const [width, height, top] = [87, 32, STATUS_BAR + 6]
      const right = innerWidth - 7
      return { width, height, top, bottom: top + height, left: right - width, right }
    },
    canIUse: (what: string) => !/^(qy|cloud|getChatToolInfo)/.test(what),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    getUpdateManager: () => ({
      onCheckForUpdate: (callback: (result: { hasUpdate: boolean }) => void) =>
        callback({ hasUpdate: false }),
      onUpdateReady: () => {},
      onUpdateFailed: () => {},
      applyUpdate: () => {},
    }),
    getPerformance: () => ({
      createObserver: () => ({ observe: () => {}, disconnect: () => {} }),
      now: () => performance.now(),
    }),
    reportPerformance: () => {},
    reportEvent: () => {},
    getLogManager: () => console,
    getRealtimeLogManager: () => console,
    onThemeChange: theme.on,
    offThemeChange: theme.off,
    onMemoryWarning: () => {},
    onWindowResize: (callback: (size: object) => void) =>
      addEventListener('resize', () =>
        callback({ size: { windowWidth: innerWidth, windowHeight: pageHeight() } }),
      ),
    offWindowResize: () => {},
    onKeyboardHeightChange: () => {},
    offKeyboardHeightChange: () => {},
    hideKeyboard: asynchronous(
      'hideKeyboard',
      () => void (document.activeElement as HTMLElement | null)?.blur(),
    ),
    vibrateShort: asynchronous('vibrateShort', () => undefined),
    vibrateLong: asynchronous('vibrateLong', () => undefined),
    setKeepScreenOn: asynchronous('setKeepScreenOn', () => undefined),
  }
}

/** What brought the mini-program up, and the app-wide events. */
export function lifecycleApi(entered: Entered, signals: AppSignals) {
  return {
    getLaunchOptionsSync: () => entered.launch,
    getEnterOptionsSync: () => entered.enter,
    onAppShow: signals.show.on,
    offAppShow: signals.show.off,
    onAppHide: signals.hide.on,
    offAppHide: signals.hide.off,
    onError: signals.error.on,
    offError: signals.error.off,
    onUnhandledRejection: signals.rejection.on,
    offUnhandledRejection: signals.rejection.off,
    onPageNotFound: signals.pageNotFound.on,
    offPageNotFound: signals.pageNotFound.off,
    onLazyLoadError: () => {},
    offLazyLoadError: () => {},
  }
}

export class AppSignals {
  readonly show = new Signal<EnterOptions>()
  readonly hide = new Signal<object>()
  readonly error = new Signal<string>()
  readonly rejection = new Signal<{ reason: unknown }>()
  readonly pageNotFound = new Signal<object>()
}

function pageHeight(): number {
  const frames = Array.from(document.querySelectorAll<HTMLElement>('.frame:not([hidden])'))
  return frames[0]?.clientHeight ?? innerHeight - STATUS_BAR - 44
}
