import { fen } from '@domain/money'
import { rankFeed } from '@domain/recommend/feed'
import type { FeedProduct, FeedRequest } from '@domain/recommend/types'
import { DAY_MS } from '@domain/shop-time'
import * as fc from 'fast-check'
import { ORDERED_AT as NOW } from '../support/builders'

const aProduct = (id: string, product: Partial<FeedProduct> = {}): FeedProduct => ({
  id,
  categoryId: `c-${id}`,
  priceFen: fen(2000),
  createdAt: NOW - 100 * DAY_MS,
  isStaffPick: false,
  boughtByGroup30d: 0,
  buyersInGroup: 0,
  boughtInShop30d: 0,
  ...product,
})
const feed = (products: FeedProduct[], request: Partial<FeedRequest> = {}) =>
  rankFeed({ products, taste: null, nowMs: NOW, isPersonalised: true, ...request })
const ids = (products: FeedProduct[], request?: Partial<FeedRequest>) =>
  feed(products, request).map((item) => item.id)

const GROUP_HIT = aProduct('group', { boughtByGroup30d: 20, buyersInGroup: 12, boughtInShop30d: 20 })
const SHOP_HIT = aProduct('shop', { boughtInShop30d: 90 })
const NEW = aProduct('new', { createdAt: NOW - DAY_MS })
const PICK = aProduct('pick', { isStaffPick: true })
const PLAIN = aProduct('plain')

describe('the home feed', () => {
  it('puts first what this group buys, and says by how many', () => {
    expect(feed([PLAIN, SHOP_HIT, GROUP_HIT])[0]).toEqual({
      id: 'group',
      reason: { code: 'group_bought', count: 12 },
    })
  })

  it('never counts or ranks by fewer than three people of a group', () => {
    const two = aProduct('two', { boughtByGroup30d: 50, buyersInGroup: 2 })
    expect(feed([PLAIN, two])).toEqual([
      { id: 'plain', reason: null },
      { id: 'two', reason: null },
    ])
  })

  it('falls back to the shop where the group is unknown', () => {
    expect(feed([PLAIN, SHOP_HIT])[0]).toEqual({ id: 'shop', reason: { code: 'shop_bought', count: 90 } })
  })

  it('lifts staff picks, new arrivals and what fits the member over the rest', () => {
    expect(feed([PLAIN, NEW, PICK]).map((item) => [item.id, item.reason?.code])).toEqual([
      ['pick', 'staff_pick'],
      ['new', 'new'],
      ['plain', undefined],
    ])
    const taste = {
      categoryCounts: { 'c-tea': 5, 'c-soap': 1 },
      priceBand: { low: fen(1000), high: fen(3000) },
    }
    const tea = aProduct('tea')
    const dearTea = aProduct('dear', { categoryId: 'c-tea', priceFen: fen(90_000) })
    const soap = aProduct('soap')
    expect(ids([soap, dearTea, tea], { taste })[0]).toBe('tea')
    expect(feed([tea], { taste })[0]?.reason).toEqual({ code: 'category_fit' })
  })

  it('does not show one category five times in a row while others are nearly as good', () => {
    const eggs = Array.from({ length: 6 }, (_, i) =>
      aProduct(`egg${i}`, { categoryId: 'eggs', boughtInShop30d: 50 - i }),
    )
    const rice = aProduct('rice', { boughtInShop30d: 40 })
    expect(ids([...eggs, rice]).indexOf('rice')).toBeLessThanOrEqual(2)
  })

  it('promotes at most 15 staff picks at a time', () => {
    const picks = Array.from({ length: 20 }, (_, i) => aProduct(`p${i}`, { isStaffPick: true }))
    const promoted = feed(picks).filter((item) => item.reason?.code === 'staff_pick')
    expect(promoted).toHaveLength(15)
  })
})

describe('with personalisation switched off', () => {
  const all = [PLAIN, NEW, PICK, SHOP_HIT, GROUP_HIT]

  it('the feed is popularity alone, the same for everybody', () => {
    const taste = { categoryCounts: { 'c-plain': 99 }, priceBand: null }
    const off = { isPersonalised: false }
    expect(ids(all, off)).toEqual(['shop', 'group', 'new', 'pick', 'plain'])
    expect(feed(all, { ...off, taste })).toEqual(feed(all, off))
    const elsewhere = all.map((p) => ({ ...p, boughtByGroup30d: 7, buyersInGroup: 7 }))
    expect(feed(elsewhere, off)).toEqual(feed(all, off))
  })

  it('no reason speaks of groups or of the member', () => {
    const codes = feed(all, { isPersonalised: false }).map((item) => item.reason?.code)
    expect(codes).toEqual(['shop_bought', 'shop_bought', 'new', undefined, undefined])
  })
})

describe('every feed', () => {
  const product = fc.record({
    id: fc.uuid(),
    categoryId: fc.constantFrom('a', 'b', 'c'),
    priceFen: fc.integer({ min: 1, max: 99_999 }).map(fen),
    createdAt: fc.integer({ min: -5, max: 300 }).map((days) => NOW - days * DAY_MS),
    isStaffPick: fc.boolean(),
    boughtByGroup30d: fc.nat(40),
    buyersInGroup: fc.nat(9),
    boughtInShop30d: fc.nat(200),
  })
  const products = fc.uniqueArray(product, { selector: (p) => p.id, maxLength: 30 })
  const taste = fc.option(
    fc.record({
      categoryCounts: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(9)),
      priceBand: fc.option(fc.constant({ low: fen(500), high: fen(5000) })),
    }),
  )

  it('shows each product once, in the same order however the catalogue was listed, with true reasons', () => {
    fc.assert(
      fc.property(products, taste, fc.boolean(), (list, t, isPersonalised) => {
        const request = { taste: t, isPersonalised }
        const shown = feed(list, request)
        expect(feed([...list].reverse(), request)).toEqual(shown)
        expect(shown.map((item) => item.id).sort()).toEqual(list.map((p) => p.id).sort())
        for (const { id, reason } of shown) {
          const p = list.find((candidate) => candidate.id === id)!
          if (reason?.code === 'group_bought')
            expect([reason.count, p.buyersInGroup >= 3]).toEqual([p.buyersInGroup, true])
          if (reason?.code === 'shop_bought') expect(reason.count).toBe(p.boughtInShop30d)
          if (reason?.code === 'staff_pick') expect(p.isStaffPick).toBe(true)
        }
      }),
    )
  })
})
