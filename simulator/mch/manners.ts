import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { signText } from '../crypto/api-v3'
import { randomText } from '../crypto/random'
import { type Answer, type Call, json, jsonOf, type SideManners } from '../http/endpoint'
import { PLATFORM_PRIVATE_KEY, PLATFORM_SERIAL, PUBLIC_KEY_ID, WECHATPAY_PRIVATE_KEY } from '../identity'
import type { World } from '../world'

/** api.mch.weixin.qq.com refuses with an HTTP status, a code and a sentence. */
export class MchRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const refused = (status: number, code: string, message: string): Answer =>
  json(status, { code, message }, { code })

/** The headers by which WeChat Pay proves a body to be its own, with the key now in use. */
export function signatureHeaders(world: World, body: string): Record<string, string> {
  const timestamp = String(Math.floor(world.now() / 1000))
  const nonce = randomText(32)
  const [serial, key] =
    world.state.signing === 'certificate'
      ? [PLATFORM_SERIAL, PLATFORM_PRIVATE_KEY]
      : [PUBLIC_KEY_ID, WECHATPAY_PRIVATE_KEY]
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
    'Wechatpay-Signature': signText(`${timestamp}\n${nonce}\n${body}\n`, key),
    'Request-ID': randomText(32),
  }
}

/** Signs every answer but a 401, which WeChat Pay cannot tie to a merchant, and a gateway's 5xx. */
function finish(world: World, answer: Answer, call: Call): Answer {
  if (answer.status === 401 || answer.status >= 500 || call.fault?.kind === 'unsigned') return answer
  const signed = call.fault?.kind === 'bad_signature' ? `${answer.body} ` : String(answer.body)
  return { ...answer, headers: { ...answer.headers, ...signatureHeaders(world, signed) } }
}

/** How WeChat Pay speaks. */
export const mchManners = (world: World): SideManners => ({
  side: 'mch',
  failure: (fault) =>
    refused(fault.status ?? 500, fault.code ?? 'SYSTEM_ERROR', fault.message ?? '系统异常，请稍后重试'),
  refusal: (error) => {
    if (error instanceof MchRefusal) return refused(error.status, error.code, error.message)
    throw error
  },
  finish: (answer, call) => finish(world, answer, call),
})

/** The body in the shape asked for, else PARAM_ERROR naming the first wrong field. */
export function bodyOf<S extends TSchema>(call: Call, shape: S): Static<S> {
  const value = jsonOf(call)
  if (Value.Check(shape, value)) return value
  const fault = Value.Errors(shape, value).First()
  throw new MchRefusal(400, 'PARAM_ERROR', `参数错误: ${fault?.path ?? '/'} ${fault?.message ?? ''}`)
}
