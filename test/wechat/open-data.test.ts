import { Type } from '@sinclair/typebox'
import { decryptOpenData, proveGroup, sessionSignature } from '../../server/wechat/open-data'
import { openData, session } from './vectors'

const at = 1_760_000_000_000
const { vectors, appid } = openData
const keyOf = (vector: { session_key: string }, nowMs = at) => ({
  appid,
  sessionKey: vector.session_key,
  nowMs,
})

describe('the group a card was opened in', () => {
  it.each([
    ['getShareInfo', { opengid: 'tGTESTaaaaBBBBccccDDDDeeeeFF' }],
    ['getGroupEnterInfo_legacy', { opengid: 'tGTESTaaaaBBBBccccDDDDeeeeFF' }],
    [
      'getGroupEnterInfo_group',
      { opengid: 'tGTESTaaaaBBBBccccDDDDeeeeFF', chatType: 3, groupOpenid: 'oGRPTESTuser1' },
    ],
    ['getGroupEnterInfo_wecom_group', { opengid: 'tGTESTwecomGroup00000000000', chatType: 4 }],
  ] as const)('is read from the shape of %s', (name, expected) => {
    const proof = proveGroup(vectors[name], keyOf(vectors[name]))

    expect(proof).toEqual({ ok: true, value: expected })
  })

  it('is refused when the card was opened in a single chat', () => {
    const vector = vectors.getGroupEnterInfo_single

    expect(proveGroup(vector, keyOf(vector))).toEqual({ ok: false, error: { code: 'open_data.not_a_group' } })
  })

  it('is refused when the watermark names another mini-program', () => {
    const vector = vectors.negative_wrong_watermark_appid

    const proof = proveGroup(vector, keyOf(vector))

    expect(proof).toEqual({ ok: false, error: { code: 'open_data.foreign_appid' } })
  })

  it('is refused when the session_key has been replaced since', () => {
    const vector = vectors.negative_stale_session_key

    const proof = proveGroup(vector, keyOf(vector))

    expect(proof).toEqual({ ok: false, error: { code: 'open_data.undecryptable' } })
  })

  it.each([
    ['old', 6 * 60_000],
    ['from the future', -6 * 60_000],
  ])('is refused when the watermark is %s', (_, ageMs) => {
    const vector = vectors.getShareInfo

    const proof = proveGroup(vector, keyOf(vector, at + ageMs))

    expect(proof).toEqual({ ok: false, error: { code: 'open_data.stale', ageMs } })
  })

  it('may be proven later where a longer window is asked for, as for a touch kept offline', () => {
    const vector = vectors.getShareInfo

    const proof = proveGroup(vector, { ...keyOf(vector, at + 3_600_000), freshMs: 86_400_000 })

    expect(proof.ok).toBe(true)
  })

  it.each([
    ['empty', { encryptedData: '', iv: vectors.getShareInfo.iv }],
    ['not base64 at all', { encryptedData: '团购', iv: vectors.getShareInfo.iv }],
    [
      'cut short',
      { ...vectors.getShareInfo, encryptedData: vectors.getShareInfo.encryptedData.slice(0, 40) },
    ],
    ['with a short iv', { ...vectors.getShareInfo, iv: 'AAAA' }],
  ])('is refused, not crashed on, when the ciphertext is %s', (_, text) => {
    const proof = proveGroup(text, keyOf(vectors.getShareInfo))

    expect(proof).toEqual({ ok: false, error: { code: 'open_data.undecryptable' } })
  })

  it('is refused when one byte of the ciphertext was changed', () => {
    const bytes = Buffer.from(vectors.getShareInfo.encryptedData, 'base64')
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1

    const proof = proveGroup(
      { encryptedData: bytes.toString('base64'), iv: vectors.getShareInfo.iv },
      keyOf(vectors.getShareInfo),
    )

    expect(proof.ok).toBe(false)
  })
})

describe('open data', () => {
  it('of a phone number opens with the same key', () => {
    const vector = vectors.getPhoneNumber_legacy

    const opened = decryptOpenData(vector, keyOf(vector), Type.Object({ purePhoneNumber: Type.String() }))

    expect(opened).toEqual({ ok: true, value: vector.plaintext })
  })
})

describe('the check-session signature', () => {
  it('keys HMAC by the base64 text itself', () => {
    expect(sessionSignature(session.session_key)).toBe(session.signature_of_empty_data)
  })
})
