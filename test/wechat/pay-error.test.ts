import { clipBytes } from '../../server/wechat/pay/clip-bytes'
import { kindOf } from '../../server/wechat/pay/pay-error'

describe('a refusal of WeChat Pay', () => {
  it.each([
    [400, 'PARAM_ERROR', 'refused'],
    [400, 'A_NAME_NOBODY_HAS_SEEN', 'refused'],
    [401, 'SIGN_ERROR', 'unauthorized'],
    [403, 'OUT_TRADE_NO_USED', 'refused'],
    [404, 'ORDER_NOT_EXIST', 'not_found'],
    [404, 'ORDERNOTEXIST', 'not_found'],
    [429, 'FREQUENCY_LIMITED', 'rate_limited'],
    [500, 'SYSTEM_ERROR', 'unavailable'],
    [502, null, 'unavailable'],
    [500, 'OPENID_MISMATCH', 'refused'],
  ] as const)('HTTP %d %s is %s', (status, code, kind) => {
    expect(kindOf(status, code)).toBe(kind)
  })
})

describe('a description longer than the bill takes', () => {
  it('is cut between characters, within the bytes allowed', () => {
    expect(clipBytes('鲜橙5斤', 5)).toBe('鲜')
    expect(clipBytes('鲜橙5斤', 7)).toBe('鲜橙5')
    expect(clipBytes('鲜橙5斤', 10)).toBe('鲜橙5斤')
  })
})
