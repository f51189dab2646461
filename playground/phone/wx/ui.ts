import { h } from '../../dom'
import { fileUrl } from '../addresses'
import type { Bars } from '../bars'
import { raise, sheet } from '../layer'
import type { Page } from '../page'
import type { PullDown } from '../pull-down'
import type { Router } from '../router'
import { asynchronous } from './api'

interface Toast {
  readonly title: string
  readonly icon?: 'success' | 'error' | 'loading' | 'none'
  readonly image?: string
  readonly duration?: number
  readonly mask?: boolean
}

interface Modal {
  readonly title?: string
  readonly content?: string
  readonly showCancel?: boolean
  readonly cancelText?: string
  readonly confirmText?: string
  readonly confirmColor?: string
  readonly editable?: boolean
  readonly placeholderText?: string
}

const SIGNS = { success: '✓', error: '!', loading: '◌', none: '' }

/** Toasts, dialogues, sheets and bars. */
export function uiApi(bars: Bars, router: Router<Page>, pull: PullDown): Record<string, unknown> {
  let lower: () => void = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = ({ title, icon = 'success', image, mask }: Toast, lasting: number | null) => {
    clearTimeout(timer)
    lower()
    const sign = image ? h('img', { src: fileUrl(image), alt: '' }) : h('b', {}, SIGNS[icon])
    const body = h(
      'div',
      { class: `toast ${icon}`, role: 'status' },
      ...(icon === 'none' && !image ? [] : [sign]),
      title,
    )
    lower = raise(h('div', { class: `raised passing ${mask ? 'masked' : ''}` }, body))
    if (lasting !== null) timer = setTimeout(() => lower(), lasting)
  }
  const hide = () => {
    clearTimeout(timer)
    lower()
  }

  return {
    showToast: asynchronous('showToast', (toast: Toast) => show(toast, toast.duration ?? 1500)),
    hideToast: asynchronous('hideToast', hide),
    showLoading: asynchronous('showLoading', (toast: Toast) => show({ ...toast, icon: 'loading' }, null)),
    hideLoading: asynchronous('hideLoading', hide),
    showModal: asynchronous('showModal', modal),
    showActionSheet: asynchronous('showActionSheet', actionSheet),
    setNavigationBarTitle: asynchronous('setNavigationBarTitle', ({ title }: { title: string }) =>
      bars.setTitle(title),
    ),
    setNavigationBarColor: asynchronous(
      'setNavigationBarColor',
      ({ backgroundColor, frontColor }: { backgroundColor?: string; frontColor?: string }) =>
        bars.setColour(backgroundColor, frontColor),
    ),
    showNavigationBarLoading: asynchronous('showNavigationBarLoading', () => undefined),
    hideNavigationBarLoading: asynchronous('hideNavigationBarLoading', () => undefined),
    hideHomeButton: asynchronous('hideHomeButton', () => undefined),
    setBackgroundColor: asynchronous('setBackgroundColor', () => undefined),
    setBackgroundTextStyle: asynchronous('setBackgroundTextStyle', () => undefined),
    setTabBarBadge: asynchronous('setTabBarBadge', ({ index, text }: { index: number; text: string }) =>
      bars.setBadge(index, text),
    ),
    removeTabBarBadge: asynchronous('removeTabBarBadge', ({ index }: { index: number }) =>
      bars.setBadge(index, null),
    ),
    showTabBarRedDot: asynchronous('showTabBarRedDot', ({ index }: { index: number }) =>
      bars.setBadge(index, ''),
    ),
    hideTabBarRedDot: asynchronous('hideTabBarRedDot', ({ index }: { index: number }) =>
      bars.setBadge(index, null),
    ),
    hideTabBar: asynchronous('hideTabBar', () => bars.hideTabs(true)),
    showTabBar: asynchronous('showTabBar', () => bars.hideTabs(false)),
    pageScrollTo: asynchronous(
      'pageScrollTo',
      ({
        scrollTop,
        selector,
        duration = 300,
      }: {
        scrollTop?: number
        selector?: string
        duration?: number
      }) => {
        const page = router.top
        const target = selector ? page?.body.querySelector<HTMLElement>(selector) : null
        page?.scrollTo(target ? target.offsetTop : (scrollTop ?? 0), duration)
      },
    ),
    startPullDownRefresh: asynchronous('startPullDownRefresh', () => pull.start()),
    stopPullDownRefresh: asynchronous('stopPullDownRefresh', () => pull.stop()),
    previewImage: asynchronous('previewImage', preview),
    enableAlertBeforeUnload: asynchronous('enableAlertBeforeUnload', () => undefined),
    disableAlertBeforeUnload: asynchronous('disableAlertBeforeUnload', () => undefined),
  }
}

function modal(options: Modal): Promise<{ confirm: boolean; cancel: boolean; content: string | null }> {
  const { title = '', content = '', showCancel = true, editable = false } = options
  return new Promise((resolve) => {
    const field = h('input', {
      placeholder: options.placeholderText ?? '',
      value: content,
    }) as HTMLInputElement
    const done = (confirm: boolean) => {
      lower()
      resolve({ confirm, cancel: !confirm, content: editable && confirm ? field.value : null })
    }
    const confirm = h(
      'button',
      { class: 'modal-confirm', onclick: () => done(true) },
      options.confirmText ?? '确定',
    )
    confirm.style.color = options.confirmColor ?? '#576B95'
    const cancel = h(
      'button',
      { class: 'modal-cancel', onclick: () => done(false) },
      options.cancelText ?? '取消',
    )
    const box = h(
      'div',
      { class: 'modal', role: 'dialog' },
      h('h3', {}, title),
      editable ? field : h('p', {}, content),
      h('div', { class: 'modal-actions' }, ...(showCancel ? [cancel] : []), confirm),
    )
    const lower = raise(
      h('div', { class: 'raised masked', 'data-sheet': 'modal' }, h('div', { class: 'veil' }), box),
    )
  })
}

async function actionSheet({ itemList, alertText }: { itemList: readonly string[]; alertText?: string }) {
  const tapIndex = await sheet<number>(
    (choose) =>
      h(
        'div',
        { class: 'action-sheet' },
        ...(alertText ? [h('p', {}, alertText)] : []),
        ...itemList.map((item, index) => h('button', { onclick: () => choose(index) }, item)),
        h('button', { class: 'sheet-cancel', onclick: () => choose(-1) }, '取消'),
      ),
    'actions',
  )
  if (tapIndex === null || tapIndex < 0) throw new Error('cancel')
  return { tapIndex }
}

function preview({ urls, current }: { urls: readonly string[]; current?: string | number }): void {
  const shown = typeof current === 'number' ? urls[current] : (current ?? urls[0])
  const close = raise(
    h(
      'div',
      { class: 'raised preview', 'data-sheet': 'preview', onclick: () => close() },
      h('img', { src: fileUrl(shown ?? ''), alt: '' }),
    ),
  )
}
