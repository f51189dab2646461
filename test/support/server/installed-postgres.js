const { execFileSync } = require('node:child_process')
const { existsSync, readdirSync } = require('node:fs')
const { delimiter, join } = require('node:path')

/** JavaScript, because jest.config.js asks it which projects there are. */

const OLDEST = 15
const DEBIAN = '/usr/lib/postgresql'

function ask(program, argument) {
  try {
    return execFileSync(program, [argument], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

const debianFolders = () =>
  existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : []

/**
 * The folder with the programs of an installed PostgreSQL of version 15 or later, or null: Debian's folders, those on
 * the PATH, and the one `pg_config` names.
 */
function installedPostgres() {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const folders = [...debianFolders(), ...onPath, ask('pg_config', '--bindir')]
  const isUsable = (folder) => {
    if (folder === '' || !existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres')))
      return false
    return Number(/ (\d+)/.exec(ask(join(folder, 'postgres'), '--version'))?.[1]) >= OLDEST
  }
  return folders.find(isUsable) ?? null
}

module.exports = { installedPostgres }
