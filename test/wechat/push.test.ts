import { decryptPush, isSignedQuery, pushSignature, readPush } from '../../server/wechat/push'
import { readXml } from '../../server/wechat/xml'
import { sealPush } from '../../simulator/push/seal'

const NOW = Date.UTC(2026, 0, 1, 4)
const KEY = 'qundiansimulatedpushaeskey0123456789ABCDEFG'
const keys = { token: 'token', aesKey: KEY, receiveId: 'wx0123456789abcdef' }
const fields = { ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1, MsgType: 'event', Event: '你好 <&>' }

/** A push as the simulator, which shares no code with the shop, would send it. */
function aPush(mode: 'plain' | 'secure', format: 'json' | 'xml', more: object = {}) {
  const target = { url: 'http://127.0.0.1/push', token: 'token', aesKey: KEY, mode, format }
  const { url, body } = sealPush(
    target,
    { ...fields, ...more },
    { appid: keys.receiveId, nowMs: NOW, forged: false },
  )
  return { query: Object.fromEntries(new URL(url).searchParams), body }
}

describe('a push', () => {
  it.each([
    ['plain', 'json'],
    ['plain', 'xml'],
    ['secure', 'json'],
    ['secure', 'xml'],
  ] as const)('in %s mode as %s is read', (mode, format) => {
    const { query, body } = aPush(mode, format)

    const read = readPush({ ...keys, aesKey: mode === 'secure' ? KEY : null }, query, body, NOW)

    expect(read).toMatchObject({ ok: true, value: { FromUserName: 'o1', Event: '你好 <&>' } })
  })

  it('keeps every digit of a message’s id', () => {
    const { query } = aPush('plain', 'json')
    const body = '{"MsgId": 23456789012345678, "MsgType": "text"}'

    expect(readPush({ ...keys, aesKey: null }, query, body, NOW)).toMatchObject({
      value: { MsgId: '23456789012345678' },
    })
  })

  it('is refused with another token, too late, sealed for another receiver, or not sealed at all', () => {
    const { query, body } = aPush('secure', 'json')
    const codeOf = (read: ReturnType<typeof readPush>) => (read.ok ? 'taken' : read.error.code)

    expect(codeOf(readPush({ ...keys, token: 'other' }, query, body, NOW))).toBe('push.signature_wrong')
    expect(codeOf(readPush(keys, query, body.replace('"Encrypt":"', '"Encrypt":"A'), NOW))).toBe(
      'push.signature_wrong',
    )
    expect(codeOf(readPush(keys, query, body, NOW + 5 * 60_000 + 1000))).toBe('push.stale')
    expect(codeOf(readPush({ ...keys, receiveId: 'wxfoe' }, query, body, NOW))).toBe('push.undecryptable')
    const plain = aPush('plain', 'json')
    expect(codeOf(readPush(keys, plain.query, plain.body, NOW))).toBe('push.not_sealed')
  })

  it('sealed with another key opens nothing', () => {
    const sealed = JSON.parse(aPush('secure', 'json').body).Encrypt

    expect(decryptPush(sealed, 'b'.repeat(43), keys.receiveId)).toBeNull()
    expect(decryptPush('', KEY, keys.receiveId)).toBeNull()
  })
})

describe('the URL check', () => {
  it('is signed by the token alone, in whatever order the parts sort', () => {
    const signature = pushSignature('1767240000', 'token', 'nonce')

    expect(isSignedQuery(keys, { signature, timestamp: '1767240000', nonce: 'nonce' })).toBe(true)
    expect(isSignedQuery(keys, { signature, timestamp: '1767240001', nonce: 'nonce' })).toBe(false)
    expect(isSignedQuery(keys, {})).toBe(false)
  })
})

describe('WeChat’s XML', () => {
  it('is elements, text and CDATA; what repeats is a list', () => {
    expect(readXml('<xml><A><![CDATA[a<b]]></A><N>12</N><L><I>1</I><I>2</I></L><E/></xml>')).toEqual({
      A: 'a<b',
      N: '12',
      L: { I: ['1', '2'] },
      E: '',
    })
  })

  it.each([
    '',
    '<xml>',
    '<xml><A></B></xml>',
    '<!DOCTYPE x [<!ENTITY e "x">]><xml>&e;</xml>',
    '<a>1</a>',
    'text',
  ])('is never %s', (text) => {
    expect(readXml(text)).toBeNull()
  })

  it('is not nested without end', () => {
    expect(readXml(`<xml>${'<a>'.repeat(50)}${'</a>'.repeat(50)}</xml>`)).toBeNull()
  })
})
