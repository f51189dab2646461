import { h } from '../../dom'
import { sheet } from '../layer'
import { asynchronous, WxRefusal } from './api'

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void
type Listener = (resolve: Resolve, info: { referrer: string }) => void

/** Consent to the privacy guide: asked for once per person, before the first call that needs it. */
export class Privacy {
  private listener: Listener | null = null
  private readonly key: string

  constructor(user: string) {
    this.key = `phone:${user}:privacy`
  }

  get isAgreed(): boolean {
    return localStorage.getItem(this.key) === 'agreed'
  }

  agree(): void {
    localStorage.setItem(this.key, 'agreed')
  }

  /** As if the person had never been asked. */
  forget(): void {
    localStorage.removeItem(this.key)
  }

  /** Wraps calls that read personal data, so that they wait for consent as in WeChat. */
  guard(calls: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
    const guarded = names.map((name) => [
      name,
      (options: { fail?(r: object): void; complete?(r: object): void } = {}) => {
        const call = calls[name] as (options: object) => unknown
        if (this.isAgreed) return call(options)
        return this.ask(name).then(
          () => call(options),
          () => {
            const result = { errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 }
            options.fail?.(result)
            options.complete?.(result)
            if (!options.fail) throw result
          },
        )
      },
    ])
    return { ...calls, ...Object.fromEntries(guarded) }
  }

  api(): Record<string, unknown> {
    return {
      getPrivacySetting: asynchronous('getPrivacySetting', () => ({
        needAuthorization: !this.isAgreed,
        privacyContractName: '《群店隐私保护指引》',
      })),
      requirePrivacyAuthorize: asynchronous('requirePrivacyAuthorize', () =>
        this.ask('requirePrivacyAuthorize'),
      ),
      onNeedPrivacyAuthorization: (listener: Listener) => {
        this.listener = listener
      },
      openPrivacyContract: asynchronous('openPrivacyContract', async () => {
        await sheet<true>(
          (close) =>
            h(
              'div',
              { class: 'action-sheet' },
              h('p', {}, '《群店隐私保护指引》：在微信里，这里是商家在后台填写的指引全文。'),
              h('button', { onclick: () => close(true) }, '关闭'),
            ),
          'privacy-contract',
        )
      }),
    }
  }

  private async ask(referrer: string): Promise<undefined> {
    if (this.isAgreed) return undefined
    const agreed = this.listener ? await this.askByApp(this.listener, referrer) : await this.askByPhone()
    if (!agreed) throw new WxRefusal('privacy permission is not authorized', 104)
    this.agree()
    return undefined
  }

  private askByApp(listener: Listener, referrer: string): Promise<boolean> {
    return new Promise((resolve) => {
      listener(
        ({ event }) => {
          if (event !== 'exposureAuthorization') resolve(event === 'agree')
        },
        { referrer },
      )
    })
  }

  private async askByPhone(): Promise<boolean> {
    const agreed = await sheet<boolean>(
      (choose) =>
        h(
          'div',
          { class: 'action-sheet' },
          h('p', {}, '群店 需要你同意《群店隐私保护指引》后继续'),
          h('button', { class: 'privacy-agree', onclick: () => choose(true) }, '同意'),
          h('button', { onclick: () => choose(false) }, '拒绝'),
        ),
      'privacy',
    )
    return agreed === true
  }
}
