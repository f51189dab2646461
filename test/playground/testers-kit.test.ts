import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { STORIES } from '../../playground/stories/all'
import { PLAN, SAMPLE, testersKit } from '../../tools/devtools-sample'
import { entryNames, storiesThrough } from '../../tools/devtools-sample/test-plan'

const ROOT = resolve(__dirname, '../..')

describe("the testers' kit", () => {
  it.each([SAMPLE, PLAN])('%s says what the stories say (else: npx tsx tools/devtools-sample.ts)', (file) => {
    expect(readFileSync(resolve(ROOT, file), 'utf8')).toBe(testersKit(ROOT)[file])
  })

  it('has no compile mode that no story goes through', () => {
    const uncovered = entryNames().filter((name) => storiesThrough(STORIES, name).length === 0)

    expect(uncovered).toEqual([])
  })

  it('opens pages only that the app has', () => {
    const { pages, subPackages } = JSON.parse(readFileSync(resolve(ROOT, 'dist/weapp/app.json'), 'utf8'))
    const known = [
      ...pages,
      ...subPackages.flatMap((one: { root: string; pages: string[] }) =>
        one.pages.map((page) => `${one.root}/${page}`),
      ),
    ]
    const { condition } = JSON.parse(testersKit(ROOT)[SAMPLE] ?? '')

    for (const { pathName } of condition.miniprogram.list) expect(known).toContain(pathName)
  })
})
