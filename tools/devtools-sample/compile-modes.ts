import { ENTRIES, type Entry, queryOf } from '../../playground/stories/entries'

/** A compile mode as DevTools keeps it in its private configuration. */
export interface CompileMode {
  readonly name: string
  readonly pathName: string
  readonly query: string
  readonly launchMode: 'default' | 'singlePage'
  readonly scene: number
}

/** The sample of `project.private.config.json`: one compile mode for every door of the stories. */
export function sampleConfig(tokens: Readonly<Record<string, string>>): object {
  return {
    description:
      'Copy to project.private.config.json (git-ignored); npm start does so where there is none. The tokens are the demo shop’s. Written by tools/devtools-sample.ts.',
    projectname: 'qundian',
    setting: { urlCheck: false, compileHotReLoad: false },
    condition: { miniprogram: { current: 0, list: compileModes(tokens) } },
  }
}

export const compileModes = (tokens: Readonly<Record<string, string>>): CompileMode[] =>
  Object.values<Entry>(ENTRIES).map((entry, index) => ({
    name: `${index + 1} ${entry.title}`,
    pathName: entry.page,
    query: [queryOf(entry, tokens), ...personOf(entry)].filter(Boolean).join('&'),
    launchMode: entry.isSinglePage ? 'singlePage' : 'default',
    scene: entry.scene,
  }))

/** Read with the guest appid only: who opens it, and the group the card lies in. */
const personOf = ({ as, group }: Entry): string[] => [
  ...(as ? [`_as=${as}`] : []),
  ...(group ? [`_group=${group}`] : []),
]
