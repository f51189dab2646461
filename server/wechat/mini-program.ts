import { setTimeout as pauseFor } from 'node:timers/promises'
import { Type } from '@sinclair/typebox'
import { createAccessToken } from './access-token'
import { isCodeScene } from './code-scene'
import type { Fetch } from './http'
import { createMiniProgramCall } from './mini-program-call'
import { MiniProgramError } from './mini-program-error'
import { sessionSignature } from './open-data'
import { createOrderShipping, type OrderShipping } from './order-shipping'

export interface MiniProgramOptions {
  readonly appid: string
  readonly secret: string
  /** `https://api.weixin.qq.com`, or the simulator's address. */
  readonly baseUrl: string
  readonly now: () => number
  readonly fetch?: Fetch
  /** For one whole exchange; 5 s unless told. */
  readonly timeoutMs?: number
  readonly pause?: (ms: number) => Promise<void>
}

export interface WeChatLogin {
  readonly openid: string
  /** base64; never leaves the server, never logged. */
  readonly sessionKey: string
  /** null while the mini-program is not bound to an Open Platform account. */
  readonly unionid: string | null
}

export interface CodeRequest {
  /** Alone in the code: an opaque token, see `isCodeScene`. */
  readonly scene: string
  /** Without leading slash and without query. */
  readonly page: string
  readonly envVersion?: 'release' | 'trial' | 'develop'
  /** Pixels, 280 to 1280; 430 unless told. */
  readonly width?: number
}

export interface CodeImage {
  readonly bytes: Buffer
  readonly mime: 'image/png' | 'image/jpeg'
}

export interface Phone {
  readonly phoneNumber: string
  /** Without the country code. */
  readonly purePhoneNumber: string
  readonly countryCode: string
}

export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** Full path with query, without leading slash. */
  readonly page?: string
  readonly data: Readonly<Record<string, string>>
  readonly state?: 'developer' | 'trial' | 'formal'
}

/** WeChat's mini-program API. Every method throws MiniProgramError; decide by its `kind`. */
export interface MiniProgram extends OrderShipping {
  readonly appid: string
  /** A `wx.login` code (once, 5 minutes) for who it is. */
  code2Session(code: string): Promise<WeChatLogin>
  /** A mini-program code as a picture. Permanent. Throws RangeError for a scene WeChat would not take. */
  getUnlimitedCode(request: CodeRequest): Promise<CodeImage>
  /** A phone button's code (once, 5 minutes; not the login code) for the number. */
  getPhoneNumber(code: string, openid?: string): Promise<Phone>
  /** Whether WeChat still holds this session_key for the member. */
  checkSessionKey(openid: string, sessionKey: string): Promise<boolean>
  /** One accepted one-time subscription, one message. Kind `not_subscribed` when there is none. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<void>
}

const Login = Type.Object({
  openid: Type.String({ minLength: 1 }),
  session_key: Type.String({ minLength: 1 }),
  unionid: Type.Optional(Type.String()),
})
const PhoneAnswer = Type.Object({
  phone_info: Type.Object({
    phoneNumber: Type.String(),
    purePhoneNumber: Type.String(),
    countryCode: Type.Union([Type.String(), Type.Integer()]),
    watermark: Type.Object({ appid: Type.String() }),
  }),
})
const SESSION_KEY_INVALID = 87009

/** A client of WeChat's mini-program API for one appid. Holds its access token; make one per process. */
export function createMiniProgram(options: MiniProgramOptions): MiniProgram {
  const { appid, secret, baseUrl, now } = options
  const call = createMiniProgramCall({
    baseUrl,
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 5_000,
    pause: options.pause ?? ((ms) => pauseFor(ms)),
  })
  const token = createAccessToken(call, { appid, secret }, now)

  /** Runs with the token, once more with another if WeChat no longer takes the first. */
  async function withToken<T>(work: (query: string) => Promise<T>): Promise<T> {
    const query = (text: string) => `access_token=${encodeURIComponent(text)}`
    const first = await token.get()
    try {
      return await work(query(first))
    } catch (error) {
      if (!(error instanceof MiniProgramError) || error.kind !== 'token_invalid') throw error
      return work(query(await token.replace(first)))
    }
  }

  return {
    appid,
    ...createOrderShipping(call, withToken),
    async code2Session(code) {
      const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
      const path = `/sns/jscode2session?${query}`
      const answer = await call.json('jscode2session', Login, { path, retryBusy: true })
      return { openid: answer.openid, sessionKey: answer.session_key, unionid: answer.unionid ?? null }
    },
    async getUnlimitedCode({ scene, page, envVersion, width }) {
      if (!isCodeScene(scene)) throw new RangeError('not a scene a mini-program code can carry')
      // check_path would refuse pages of a version not yet released, such as a tester's.
      const body = {
        scene,
        page,
        check_path: false,
        env_version: envVersion ?? 'release',
        width: width ?? 430,
      }
      const bytes = await withToken((query) =>
        call.bytes('getwxacodeunlimit', { path: `/wxa/getwxacodeunlimit?${query}`, body, retryBusy: true }),
      )
      const magic = bytes.subarray(0, 2).toString('hex')
      if (magic === 'ffd8') return { bytes, mime: 'image/jpeg' }
      if (magic === '8950') return { bytes, mime: 'image/png' }
      throw new MiniProgramError('unavailable', 'getwxacodeunlimit', null, 'neither picture nor error')
    },
    async getPhoneNumber(code, openid) {
      const body = { code, ...(openid !== undefined && { openid }) }
      const { phone_info: phone } = await withToken((query) =>
        call.json('getuserphonenumber', PhoneAnswer, {
          path: `/wxa/business/getuserphonenumber?${query}`,
          body,
          retryBusy: true,
        }),
      )
      if (phone.watermark.appid !== appid)
        throw new MiniProgramError('refused', 'getuserphonenumber', null, 'the number is for another appid')
      const { phoneNumber, purePhoneNumber } = phone
      return { phoneNumber, purePhoneNumber, countryCode: String(phone.countryCode) }
    },
    async checkSessionKey(openid, sessionKey) {
      const signed = new URLSearchParams({
        openid,
        signature: sessionSignature(sessionKey),
        sig_method: 'hmac_sha256',
      })
      try {
        await withToken((query) =>
          call.json('checksession', Type.Object({}), {
            path: `/wxa/checksession?${query}&${signed}`,
            retryBusy: true,
          }),
        )
        return true
      } catch (error) {
        if (error instanceof MiniProgramError && error.errcode === SESSION_KEY_INVALID) return false
        throw error
      }
    },
    async sendSubscribeMessage({ openid, templateId, page, data, state }) {
      const fields = Object.entries(data).map(([key, value]) => [key, { value }])
      const body = {
        touser: openid,
        template_id: templateId,
        ...(page !== undefined && { page }),
        data: Object.fromEntries(fields),
        miniprogram_state: state ?? 'formal',
        lang: 'zh_CN',
      }
      // No retry when busy: the message may have gone out, and it would use up a second acceptance.
      await withToken((query) =>
        call.json('subscribe_send', Type.Object({}), {
          path: `/cgi-bin/message/subscribe/send?${query}`,
          body,
        }),
      )
    },
  }
}
