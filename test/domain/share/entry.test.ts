import { type EntryOptions, parseEntry } from '@domain/share/entry'
import * as fc from 'fast-check'

const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv'

describe('entering the shop', () => {
  it('finds the token of a card opened in a group', () => {
    expect(
      parseEntry({ path: 'pages/product/index', query: { t: TOKEN }, scene: 1044, chatType: 3 }),
    ).toEqual({
      path: 'pages/product/index',
      scene: 1044,
      shareToken: TOKEN,
      tokenState: 'present',
      mayHaveGroup: true,
      isSinglePage: false,
    })
  })

  it.each([
    ['the token alone, as our codes carry it', TOKEN],
    ['t=token, encoded once by WeChat', `t%3D${TOKEN}`],
    ['t=token, decoded by the container', `t=${TOKEN}`],
  ])('finds the token of a mini-program code: %s', (_, scene) => {
    expect(parseEntry({ query: { scene }, scene: 1047 })).toMatchObject({
      shareToken: TOKEN,
      tokenState: 'present',
    })
  })

  it('finds a token left in the path itself', () => {
    expect(parseEntry({ path: `/pages/product/index?id=7&t=${TOKEN}` })).toMatchObject({
      path: 'pages/product/index',
      shareToken: TOKEN,
    })
  })

  it('has no token where none came along', () => {
    expect(parseEntry({ path: 'pages/home/index', query: {}, scene: 1001 })).toMatchObject({
      shareToken: null,
      tokenState: 'none',
    })
    expect(parseEntry({ query: { t: '', scene: '' } }).tokenState).toBe('none')
  })

  it.each(['%E5%BC', '%', 'x'.repeat(2000), '员工=1', `${TOKEN}x`, "' or 1=1", TOKEN.slice(1)])(
    'opens all the same with the garbage %j, and says so',
    (t) => {
      expect(parseEntry({ query: { t }, scene: 1008 })).toMatchObject({
        shareToken: null,
        tokenState: 'malformed',
      })
    },
  )

  it('knows the Moments single page, where nobody is logged in and no group is asked for', () => {
    expect(parseEntry({ scene: 1154, query: { t: TOKEN }, chatType: 3 })).toMatchObject({
      isSinglePage: true,
      mayHaveGroup: false,
      shareToken: TOKEN,
    })
  })

  it('takes a scene WeChat invented yesterday as an ordinary entry', () => {
    expect(parseEntry({ scene: 1999 })).toMatchObject({
      scene: 1999,
      mayHaveGroup: false,
      tokenState: 'none',
    })
    expect(parseEntry({ scene: Number.NaN }).scene).toBe(0)
  })

  it('never throws, whatever it is handed', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.string(), (path, query, t) => {
        const odd = {
          path,
          query: typeof query === 'object' && query ? { ...query, t } : { t },
        } as EntryOptions
        expect(['none', 'present', 'malformed']).toContain(parseEntry(odd).tokenState)
      }),
    )
  })
})

describe('asking for the group', () => {
  it.each([
    [1008, undefined, undefined, true],
    [1158, undefined, undefined, true],
    [1044, 1, 'ticket', false],
    [1007, 3, undefined, true],
    [1007, undefined, 'ticket', true],
    [1007, undefined, undefined, false],
    [1008, 4, undefined, true],
    [1047, undefined, undefined, false],
    [1008, 2, undefined, false],
  ])('in scene %d with chatType %s and ticket %s: %s', (scene, chatType, shareTicket, expected) => {
    expect(parseEntry({ scene, chatType, shareTicket }).mayHaveGroup).toBe(expected)
  })
})
