const { availableParallelism } = require('node:os')
const { installedPostgres } = require('./test/support/server/installed-postgres')

/** One project per room, so that `npx jest --selectProjects domain` runs one of them. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

const room = (name, extra = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': swc },
  moduleNameMapper: {
    '^@domain/(.*)$': '<rootDir>/domain/$1',
    '^@contract/(.*)$': '<rootDir>/contract/$1',
  },
  setupFiles: ['<rootDir>/test/support/properties.js'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  ...extra,
})

/** Gives a room one database cluster per run, and every file that asks for it a fresh database in it. */
const withDatabase = (engine) => ({
  globalSetup: `<rootDir>/test/support/server/${engine}-setup.ts`,
  globalTeardown: `<rootDir>/test/support/server/${engine}-teardown.ts`,
  globals: { databaseEngine: engine },
})

/** The server's tests once more, on the PostgreSQL that is installed here; visibly skipped where none is. */
const onInstalledPostgres = () =>
  installedPostgres()
    ? {
        testMatch: ['<rootDir>/test/server/**/*.test.ts'],
        // The launcher is about the embedded programs only.
        testPathIgnorePatterns: ['<rootDir>/test/server/platform/embedded/'],
        ...withDatabase('installed'),
      }
    : { testMatch: ['<rootDir>/test/support/server/no-postgresql.test.ts'] }

module.exports = {
  projects: [
    room('domain'),
    room('house'),
    room('wechat'),
    room('server', withDatabase('embedded')),
    room('server-postgresql', onInstalledPostgres()),
    room('weapp', { testEnvironment: 'jsdom', ...withDatabase('embedded') }),
    room('playground', withDatabase('embedded')),
    room('shop', withDatabase('embedded')),
  ],
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
  // What a test waits for comes when it comes: this only ends one that waits for nothing.
  // Most tests wait for a database or a browser, so two cores carry two of them.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 180000,
}
