import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describeArrow, type ForbiddenArrow, forbiddenArrows } from '../../tools/check/arrows'

const HOUSE = resolve(__dirname, '../..')
const RULES = join(HOUSE, '.dependency-cruiser.cjs')

const CLEAN: Record<string, string> = {
  'domain/result.ts': `export const ok = 1`,
  'domain/money.ts': `import { ok } from './result'\nexport const fen = ok`,
  'contract/cart.ts': `import { Type } from '@sinclair/typebox'\nimport { fen } from '@domain/money'\nexport const Cart = Type.Object({ fen })\nexport type Cart = typeof Cart`,
  'server/app.ts': `import { Cart } from '@contract/cart'\nimport { fen } from '@domain/money'\nimport { pay } from './wechat/pay'\nexport const app = [Cart, fen, pay]`,
  'server/wechat/pay.ts': `import { request } from 'node:https'\nexport const pay = request`,
  'src/app.ts': `import Taro from '@tarojs/taro'\nexport default Taro`,
  'src/platform/request.ts': `import Taro from '@tarojs/taro'\nexport const request = Taro`,
  'src/ui/price.ts': `import { fen } from '@domain/money'\nexport const price = fen`,
  'src/features/cart/store.ts': `import type { Cart } from '@contract/cart'\nimport type Taro from '@tarojs/taro'\nimport { request } from '../../platform/request'\nexport const store: [Cart?, (typeof Taro)?] = []\nexport const send = request`,
  'src/features/order/store.ts': `import { send } from '../../platform/request-types'\nexport const order = send`,
  'src/platform/request-types.ts': `export const send = 1`,
  'src/pages/cart/index.ts': `import { store } from '../../features/cart/store'\nimport { price } from '../../ui/price'\nexport default [store, price]`,
  'simulator/app.ts': `import { createServer } from 'node:http'\nexport const simulator = createServer`,
  'playground/main.ts': `import { createServer } from 'node:http'\nexport const playground = createServer`,
  'demo/shop.ts': `export const shop = 1`,
  'tools/start.ts': `import { app } from '../server/app'\nimport { simulator } from '../simulator/app'\nexport const start = [app, simulator]`,
  'test/domain/money.test.ts': `import { fen } from '@domain/money'\nexport const seen = fen`,
}

/** One file per forbidden arrow: the rule that must name it, the file, and what it imports. */
const FORBIDDEN: [rule: string, file: string, source: string][] = [
  [
    'domain-alone',
    'domain/reads-node.ts',
    `import { readFileSync } from 'node:fs'\nexport const x = readFileSync`,
  ],
  [
    'domain-alone',
    'domain/uses-package.ts',
    `import { Type } from '@sinclair/typebox'\nexport const x = Type`,
  ],
  [
    'domain-alone',
    'domain/knows-contract.ts',
    `import type { Cart } from '@contract/cart'\nexport type X = Cart`,
  ],
  [
    'contract-thin',
    'contract/knows-server.ts',
    `import type { app } from '../server/app'\nexport type X = typeof app`,
  ],
  ['contract-thin', 'contract/uses-node.ts', `import { join } from 'node:path'\nexport const x = join`],
  [
    'src-away-from-other-rooms',
    'src/platform/knows-server.ts',
    `import type { app } from '../../server/app'\nexport type X = typeof app`,
  ],
  [
    'src-away-from-other-rooms',
    'src/platform/knows-demo.ts',
    `import { shop } from '../../demo/shop'\nexport const x = shop`,
  ],
  [
    'src-contract-types-only',
    'src/platform/runs-schema.ts',
    `import { Cart } from '@contract/cart'\nexport const x = Cart`,
  ],
  [
    'server-away-from-clients',
    'server/knows-src.ts',
    `import { price } from '../src/ui/price'\nexport const x = price`,
  ],
  [
    'server-away-from-clients',
    'server/knows-simulator.ts',
    `import { simulator } from '../simulator/app'\nexport const x = simulator`,
  ],
  [
    'feature-alone',
    'src/features/coupon/knows-cart.ts',
    `import { store } from '../cart/store'\nexport const x = store`,
  ],
  [
    'features-below-pages',
    'src/features/coupon/knows-page.ts',
    `import page from '../../pages/cart/index'\nexport const x = page`,
  ],
  [
    'ui-without-business',
    'src/ui/knows-feature.ts',
    `import { store } from '../features/cart/store'\nexport const x = store`,
  ],
  [
    'platform-below-features',
    'src/platform/knows-feature.ts',
    `import { order } from '../features/order/store'\nexport const x = order`,
  ],
  [
    'taro-only-in-platform',
    'src/features/coupon/calls-taro.ts',
    `import Taro from '@tarojs/taro'\nexport const x = Taro`,
  ],
  [
    'wechat-only-in-server-wechat',
    'server/modules/pay/calls-out.ts',
    `import { request } from 'node:https'\nexport const x = request`,
  ],
  [
    'wechat-unaware-of-modules',
    'server/wechat/knows-module.ts',
    `import { x } from '../modules/pay/calls-out'\nexport const y = x`,
  ],
  [
    'simulator-alone',
    'simulator/knows-domain.ts',
    `import { fen } from '@domain/money'\nexport const x = fen`,
  ],
  [
    'simulator-alone',
    'simulator/knows-server.ts',
    `import { app } from '../server/app'\nexport const x = app`,
  ],
  [
    'playground-alone',
    'playground/knows-src.ts',
    `import { price } from '../src/ui/price'\nexport const x = price`,
  ],
  [
    'playground-alone',
    'playground/knows-simulator.ts',
    `import { simulator } from '../simulator/app'\nexport const x = simulator`,
  ],
  [
    'no-tests-in-production',
    'tools/knows-test.ts',
    `import { seen } from '../test/domain/money.test'\nexport const x = seen`,
  ],
  ['no-cycles', 'domain/egg.ts', `import { hen } from './hen'\nexport const egg = (): unknown => hen`],
  ['no-broken-imports', 'tools/imports-nothing.ts', `import { x } from './not-there'\nexport const y = x`],
]

describe('the arrows between the rooms', () => {
  let clean: ForbiddenArrow[]
  let broken: ForbiddenArrow[]
  const trees: string[] = []

  beforeAll(async () => {
    const hen = { 'domain/hen.ts': `import { egg } from './egg'\nexport const hen = (): unknown => egg` }
    const files = Object.fromEntries(FORBIDDEN.map(([, file, source]) => [file, source]))
    const [cleanTree, brokenTree] = [tree(CLEAN), tree({ ...CLEAN, ...hen, ...files })]
    trees.push(cleanTree, brokenTree)
    ;[clean, broken] = await Promise.all([
      forbiddenArrows(cleanTree, RULES),
      forbiddenArrows(brokenTree, RULES),
    ])
  })

  afterAll(() => {
    for (const root of trees) rmSync(root, { recursive: true, force: true })
  })

  it('lets a tree through that keeps to them', () => {
    expect(clean.map(describeArrow)).toEqual([])
  })

  it.each(FORBIDDEN)('%s names %s', (rule, file) => {
    const named = broken.filter((arrow) => arrow.rule === rule && arrow.from === file)

    expect(named).toHaveLength(1)
    expect(named[0]?.sentence).toMatch(/\.$/)
  })

  it('blames nobody else', () => {
    const guilty = new Set([...FORBIDDEN.map(([, file]) => file), 'domain/hen.ts'])

    expect(broken.filter((arrow) => !guilty.has(arrow.from))).toEqual([])
  })
})

/** A small house with these files, its packages written by hand so that nothing is installed. */
function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  cpSync(join(HOUSE, 'tsconfig.json'), join(root, 'tsconfig.json'))
  const packages = Object.fromEntries(
    ['@tarojs/taro', '@sinclair/typebox'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '0.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'exports.Type = {}'],
    ]),
  )
  for (const [file, text] of Object.entries({ 'package.json': '{}', ...packages, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}
