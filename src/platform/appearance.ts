import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { keep, recall } from './storage'

export type TextSize = 'normal' | 'large'
export type Theme = 'auto' | 'light' | 'dark'

interface Appearance {
  readonly textSize: TextSize
  readonly theme: Theme
}

const KEY = 'appearance'
const VERSION = 1
/** WeChat's own font slider stands at 17 in the middle; from here on people asked for large text. */
const LARGE_FROM = 20

export const useAppearance = create<Appearance>()(() => recall<Appearance>(KEY, VERSION) ?? bySystem())

function bySystem(): Appearance {
  try {
    // WeChat ≥2.23.4 answers it; Taro's typings do not know it.
    const info = Taro.getAppBaseInfo?.() as { fontSizeSetting?: number } | undefined
    const size = info?.fontSizeSetting ?? 0
    return { textSize: size >= LARGE_FROM ? 'large' : 'normal', theme: 'auto' }
  } catch {
    return { textSize: 'normal', theme: 'auto' }
  }
}

/** Chooses text size or theme and keeps the choice. */
export function setAppearance(choice: Partial<Appearance>): void {
  useAppearance.setState(choice)
  keep(KEY, VERSION, useAppearance.getState())
}
