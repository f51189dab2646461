/**
 * The arrows between the rooms: src → contract → domain ← server → contract.
 * Each forbidden arrow has one sentence; test/house/arrows.test.ts draws every one of them and expects it to be named.
 */
const TARO = '(^|/)node_modules/@tarojs/taro/'
const TYPEBOX = '(^|/)node_modules/@sinclair/typebox/'

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid(
      'domain-alone',
      'domain holds the pure rules of the shop: it imports nothing outside itself, no package and no Node module.',
      { path: '^domain/' },
      { pathNot: '^domain/' },
    ),
    forbid(
      'contract-thin',
      'contract describes the API with domain words and TypeBox, and knows nothing else.',
      { path: '^contract/' },
      { pathNot: `^(domain|contract)/|${TYPEBOX}` },
    ),
    forbid(
      'src-away-from-other-rooms',
      'The mini-program reaches the server over HTTP only: src imports no server, simulator, playground, demo, tools or tests.',
      { path: '^src/' },
      { path: '^(server|simulator|playground|demo|tools|test|benchmarks)/' },
    ),
    forbid(
      'src-contract-types-only',
      'src takes only types from contract: schema compilers need eval, which mini-programs forbid.',
      { path: '^src/' },
      { path: '^contract/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'server-away-from-clients',
      'The server knows no client: it imports no src, simulator, playground, demo, tools or tests.',
      { path: '^server/' },
      { path: '^(src|simulator|playground|demo|tools|test|benchmarks)/' },
    ),
    forbid(
      'feature-alone',
      'A feature never imports another feature: pages compose features, shared parts go to ui, platform or domain.',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    forbid(
      'features-below-pages',
      'Pages compose features, never the reverse.',
      { path: '^src/(features|ui|platform)/' },
      { path: '^src/(pages|packages)/' },
    ),
    forbid(
      'ui-without-business',
      'src/ui holds small parts without business words: it imports no feature and no API contract.',
      { path: '^src/ui/' },
      { path: '^(src/features|contract)/' },
    ),
    forbid(
      'platform-below-features',
      'src/platform wraps WeChat and serves everybody: it imports no feature and no ui.',
      { path: '^src/platform/' },
      { path: '^src/(features|ui)/' },
    ),
    forbid(
      'taro-only-in-platform',
      'Only src/platform calls Taro (types excepted; app and config files are its entry).',
      { path: '^src/', pathNot: '^src/platform/|^src/app\\.tsx?$|\\.(config|d)\\.ts$' },
      { path: TARO, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'wechat-only-in-server-wechat',
      'Only server/wechat opens connections to the outside: the rest of the server imports no HTTP client.',
      { path: '^server/', pathNot: '^server/wechat/' },
      { path: '^(node:)?(https|http2)$|(^|/)node_modules/(undici|axios|got|node-fetch)/' },
    ),
    forbid(
      'wechat-unaware-of-modules',
      'server/wechat speaks WeChat and nothing else: it imports no module of the shop.',
      { path: '^server/wechat/' },
      { path: '^server/modules/' },
    ),
    forbid(
      'simulator-alone',
      "The simulator stands for WeChat's servers: it is reached over HTTP and imports no server, src, domain, contract or playground.",
      { path: '^simulator/' },
      { path: '^(server|src|domain|contract|playground|demo|tools|test)/' },
    ),
    forbid(
      'playground-alone',
      'The playground loads dist and speaks HTTP: it imports no server, src, domain, contract or simulator.',
      { path: '^playground/' },
      { path: '^(server|src|domain|contract|simulator|demo|tools|test)/' },
    ),
    forbid(
      'no-tests-in-production',
      'Nothing that runs in the shop imports tests.',
      { path: '^(domain|contract|demo|tools)/' },
      { path: '^test/' },
    ),
    forbid(
      'no-cycles',
      'Files never import each other in a circle: nobody could say who depends on whom.',
      {},
      {
        circular: true,
      },
    ),
    forbid(
      'no-broken-imports',
      'Every import resolves to something installed or written.',
      {},
      {
        couldNotResolve: true,
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
}
