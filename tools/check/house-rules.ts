import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

/** A call or name that only some rooms may use, because imports alone don't show it. */
interface HouseRule {
  readonly rule: string
  readonly sentence: string
  readonly where: RegExp
  readonly except?: RegExp
  readonly found: RegExp
}

/** `found` is matched against dotted names as written in code (`Date.now`, `process.env`), never in comments or strings. */
const RULES: readonly HouseRule[] = [
  {
    rule: 'domain-without-clock-or-chance',
    sentence: 'domain takes time, ids and chance as arguments: it reads no clock, no random, no environment.',
    where: /^domain\//,
    found: /^(Date\.now|new Date|Math\.random|crypto\b|process\b|performance\b|console\b|fetch|setTimeout)/,
  },
  {
    rule: 'wx-only-in-platform',
    sentence: 'Only src/platform calls wx.',
    where: /^src\//,
    except: /^src\/platform\//,
    found: /^wx\./,
  },
  {
    rule: 'environment-in-one-place',
    sentence:
      'The environment is read once, in server/config.ts; everything else takes what it needs as arguments.',
    where: /^server\//,
    except: /^server\/(config|main)\.ts$/,
    found: /^process\.env/,
  },
  {
    rule: 'fetch-only-in-server-wechat',
    sentence: 'Only server/wechat speaks to the outside: no other part of the server calls fetch.',
    where: /^server\//,
    except: /^server\/wechat\//,
    found: /^fetch$/,
  },
]

const MAX_LINES = 300

export interface BrokenRule {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly sentence: string
}

/** Every place in the tree at `root` that breaks a house rule imports can't show. */
export function brokenHouseRules(root: string): BrokenRule[] {
  return ['domain', 'contract', 'src', 'server', 'simulator', 'playground', 'tools', 'demo', 'test']
    .flatMap((room) => sourcesUnder(join(root, room)))
    .flatMap((path) => inspect(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')))
}

/** One line per broken rule, as `npm run check` prints it. */
export function describeBrokenRule({ rule, file, line, sentence }: BrokenRule): string {
  return `${file}:${line}\n    ${rule}: ${sentence}`
}

function inspect(file: string, text: string): BrokenRule[] {
  const broken: BrokenRule[] = []
  const lines = text.split('\n').length
  if (lines > MAX_LINES) {
    broken.push({
      rule: 'one-screen',
      file,
      line: lines,
      sentence: `No file is over ${MAX_LINES} lines: split it.`,
    })
  }
  const rules = RULES.filter((rule) => rule.where.test(file) && !rule.except?.test(file))
  if (rules.length === 0) return broken

  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    const name = dottedName(node)
    const rule = name && rules.find((candidate) => candidate.found.test(name))
    if (rule) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
      broken.push({ rule: rule.rule, file, line, sentence: rule.sentence })
      return
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return broken
}

/** The name a node uses, if it is a use at all: `a.b`, `new Date` without arguments, or the callee of `fetch(…)`. */
function dottedName(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return `${node.expression.text}.${node.name.text}`
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && !node.arguments?.length) {
    return `new ${node.expression.text}`
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return node.expression.text
  return null
}

function sourcesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
