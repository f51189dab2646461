import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const ROOT = join(__dirname, '..', '..')
const PICTURES = join(ROOT, 'demo', 'pictures')
const read = (name: string): string => readFileSync(join(ROOT, 'demo', 'data', name), 'utf8')

const HEADER =
  'product_code,title,subtitle,category,tags,description,images,service,status,sku_code,spec,price_yuan,list_price_yuan,stock,limit_per_order,sku_image'
type Row = Record<string, string>
const rows: Row[] = parse(read('products.csv'), { columns: true })
const codes = [...new Set(rows.map((row) => row.product_code as string))]
const firstOf = (code: string): Row => rows.find((row) => row.product_code === code) as Row
const skusOf = (code: string): Row[] => rows.filter((row) => row.product_code === code)

const bytes = (path: string): number => statSync(join(PICTURES, path)).size
const fen = (yuan: string): number => {
  if (!/^\d+\.\d{2}$/.test(yuan)) throw new Error(`not yuan with two decimals: ${yuan}`)
  return Number(yuan.replace('.', ''))
}

describe('the demo catalogue', () => {
  it('has the import format’s header, word for word', () => {
    expect(read('products.csv').split('\n')[0]).toBe(HEADER)
  })

  it('holds at least sixty products in eight categories, each category with eight or more', () => {
    const categories = codes.map((code) => firstOf(code).category as string)
    const named: { name: string; icon: string }[] = JSON.parse(read('categories.json'))

    expect(codes.length).toBeGreaterThanOrEqual(60)
    expect([...new Set(categories)]).toEqual(named.map(({ name }) => name))
    for (const { name, icon } of named) {
      expect(categories.filter((category) => category === name).length).toBeGreaterThanOrEqual(8)
      expect(existsSync(join(PICTURES, icon))).toBe(true)
    }
  })

  it('keeps the rows of a product together, its own columns on the first row only', () => {
    const order = rows.map((row) => row.product_code as string)
    const own = ['title', 'subtitle', 'category', 'tags', 'description', 'images', 'service', 'status']

    expect(order.filter((code, i) => code !== order[i - 1])).toEqual(codes)
    for (const code of codes) {
      const [first, ...rest] = skusOf(code)
      expect(first?.title).toMatch(/^.{2,60}$/u)
      for (const row of rest) {
        expect(own.map((column) => row[column])).toEqual(own.map(() => ''))
      }
    }
  })

  it('prices every SKU in yuan with two decimals, never above its list price', () => {
    for (const row of rows) {
      expect(fen(row.price_yuan as string)).toBeGreaterThan(0)
      if (row.list_price_yuan) {
        expect(fen(row.list_price_yuan)).toBeGreaterThanOrEqual(fen(row.price_yuan as string))
      }
      expect(row.stock).toMatch(/^\d{1,7}$/)
      expect(row.limit_per_order).toMatch(/^([1-9]\d{0,2})?$/)
    }
  })

  it('tells the SKUs of a product apart by the same spec names', () => {
    expect(new Set(rows.map((row) => row.sku_code)).size).toBe(rows.length)
    for (const code of codes) {
      const specs = skusOf(code).map((row) => row.spec as string)
      const names = specs.map((spec) =>
        spec
          .split(';')
          .map((pair) => pair.split('=')[0])
          .join(),
      )
      expect(new Set(specs).size).toBe(specs.length)
      expect(new Set(names).size).toBe(1)
    }
  })

  it('has an example of each state: sold out, nearly sold out, withdrawn, limited, a picture of its own', () => {
    expect(rows.some((row) => row.stock === '0')).toBe(true)
    expect(rows.some((row) => row.stock === '3')).toBe(true)
    expect(codes.some((code) => firstOf(code).status === 'off')).toBe(true)
    expect(rows.some((row) => row.limit_per_order !== '')).toBe(true)
    expect(rows.some((row) => row.sku_image !== '')).toBe(true)
  })

  it('gives each product a rhythm of repurchase, named companions included', () => {
    const rhythm: Record<string, { everyDays: number; weight: number; with?: string[] }> = JSON.parse(
      read('rhythm.json'),
    )

    expect(Object.keys(rhythm)).toEqual(codes)
    for (const { everyDays, weight, with: companions = [] } of Object.values(rhythm)) {
      expect(everyDays).toBeGreaterThan(0)
      expect(weight).toBeGreaterThan(0)
      for (const code of companions) expect(codes).toContain(code)
    }
  })
})

describe('its pictures', () => {
  const named = rows.flatMap((row) => [
    ...(row.images ? row.images.split('|') : []),
    ...(row.sku_image ? [row.sku_image] : []),
  ])

  it('come from no foreign host and from nowhere but the pictures folder', () => {
    for (const path of named) expect(path).toMatch(/^products\/[a-z0-9-]+\.webp$/)
  })

  it('weigh at most 60 kB large and 20 kB small', () => {
    for (const path of named) expect(bytes(path)).toBeLessThanOrEqual(60_000)
    const listed = named.filter((path) => !path.endsWith('-2.webp'))
    for (const path of listed) expect(bytes(path.replace('.webp', '@360.webp'))).toBeLessThanOrEqual(20_000)
  })

  it('include a 5:4 share picture of each product, a JPEG of at most 40 kB', () => {
    for (const code of codes) {
      const file = readFileSync(join(PICTURES, 'share', `${code}.jpg`))
      expect(file.subarray(0, 3).toString('hex')).toBe('ffd8ff')
      expect(file.length).toBeLessThanOrEqual(40_000)
    }
  })

  it('are all named by the catalogue: nothing is kept that nobody shows', () => {
    const kept = readdirSync(join(PICTURES, 'products')).map((name) => `products/${name.replace('@360', '')}`)
    expect([...new Set(kept)].sort()).toEqual([...new Set(named)].sort())
  })

  it('weigh less than 8 MB together', () => {
    const all = ['products', 'share', 'categories'].flatMap((folder) =>
      readdirSync(join(PICTURES, folder)).map((name) => bytes(join(folder, name))),
    )
    expect(all.reduce((sum, size) => sum + size, 0)).toBeLessThan(8_000_000)
  })

  it.each(['tab', 'empty'])('in the app’s package (%s) are PNGs of at most 6 kB', (folder) => {
    const path = join(ROOT, 'src', 'assets', folder)
    for (const name of readdirSync(path)) {
      const file = readFileSync(join(path, name))
      expect(file.subarray(1, 4).toString()).toBe('PNG')
      expect(file.length).toBeLessThanOrEqual(6_000)
      if (folder === 'tab') expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([81, 81])
    }
  })
})

describe('the demo people', () => {
  const people = JSON.parse(read('people.json')) as {
    staff: { id: string; user: string; role: string; name: string }[]
    groups: { id: string; group: string; owner: string; memberCount: number; taste: string }[]
    profiles: { id: string; share: number; loves: Record<string, number> }[]
    members: {
      id: string
      user: string
      nickname: string
      groups: string[]
      joinedDaysAgo: number
      cameBy: string | null
      profile: string
    }[]
  }
  const ids = (items: { id: string }[]) => items.map(({ id }) => id)
  const categories = new Set(codes.map((code) => firstOf(code).category))

  it('are six staff with one manager, eight groups and three hundred members', () => {
    expect(people.staff).toHaveLength(6)
    expect(people.staff.filter(({ role }) => role === 'manager')).toHaveLength(1)
    expect(people.groups).toHaveLength(8)
    expect(people.members).toHaveLength(300)
  })

  it('are each known to the simulator by one ASCII name', () => {
    const users = [...people.staff, ...people.members].map(({ user }) => user)
    const chats = people.groups.map(({ group }) => group)
    for (const names of [users, chats]) {
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z0-9-]{2,32}$/)
    }
    expect(new Set(people.members.map(({ nickname }) => nickname)).size).toBe(300)
  })

  it('refer only to staff, groups, profiles and categories that exist', () => {
    const [staff, groups, profiles] = [ids(people.staff), ids(people.groups), ids(people.profiles)]
    for (const { owner, taste } of people.groups) {
      expect(staff).toContain(owner)
      expect(categories).toContain(taste)
    }
    for (const { loves } of people.profiles) {
      for (const name of Object.keys(loves)) expect(categories).toContain(name)
    }
    for (const member of people.members) {
      for (const group of member.groups) expect(groups).toContain(group)
      expect(profiles).toContain(member.profile)
      if (member.cameBy !== null) expect(staff).toContain(member.cameBy)
      expect(member.joinedDaysAgo).toBeGreaterThan(0)
    }
  })

  it('fill every group, never beyond the people WeChat shows in it', () => {
    for (const { id, memberCount } of people.groups) {
      const inside = people.members.filter(({ groups }) => groups.includes(id)).length
      expect(inside).toBeGreaterThanOrEqual(15)
      expect(inside).toBeLessThan(memberCount)
    }
  })

  it('divide into profiles whose shares sum to one', () => {
    expect(people.profiles.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  })
})
