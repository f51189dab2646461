import { ENTRIES, type Entry, type EntryName } from '../../playground/stories/entries'
import type { Story } from '../../playground/stories/story'

const INTRO = `# 测试计划

由 \`npx tsx tools/devtools-sample.ts\` 从 \`playground/stories/\` 生成，请改故事，不要改这里；两者不一致时测试会失败。

每一行都能在三个地方走：

- **演练台**：\`npm start\`，打开 http://127.0.0.1:8789 ，在「走一遍」里选同名的故事，可以自动演示，也可以一步一步点「下一步」。
- **微信开发者工具**：用「编译模式」一栏的入口打开，照步骤操作。
- **真机**：按 \`docs/testers-guide.md\` 配好真实 AppID 后，从真实的群、朋友圈和小程序码打开。

自动化：\`npm test\` 在无界面的 Chromium 里把每个故事走一遍，出现控制台错误或不认识的 wx 调用就失败。`

/** The test plan in Chinese: a line for each story, then a line for each compile mode. */
export function testPlan(stories: readonly Story[]): string {
  return `${INTRO}

## 走一遍

| # | 场景 | 步骤 | 预期结果 | 故事 | 编译模式 |
|---|---|---|---|---|---|
${stories.map(storyLine).join('\n')}

## 每个入口

| # | 编译模式 | 场景值 | 页面 | 覆盖它的故事 |
|---|---|---|---|---|
${entryNames().map(entryLine(stories)).join('\n')}
`
}

export const entryNames = (): EntryName[] => Object.keys(ENTRIES) as EntryName[]

/** The stories that go through a door. */
export const storiesThrough = (stories: readonly Story[], entry: EntryName): Story[] =>
  stories.filter(({ entries }) => entries.includes(entry))

function storyLine(story: Story, index: number): string {
  const steps = story.steps.map(({ who, say }, at) => `${at + 1}. ${story.people[who]?.name ?? who}：${say}`)
  const modes = story.entries.map(numberOf).sort((a, b) => a - b)
  return row([
    index + 1,
    `**${story.title}**<br>${story.scene}`,
    steps.join('<br>'),
    story.expected,
    `\`${story.name}\``,
    modes.join('、'),
  ])
}

const entryLine =
  (stories: readonly Story[]) =>
  (name: EntryName): string => {
    const { title, scene, page }: Entry = ENTRIES[name]
    const covering = storiesThrough(stories, name).map((story) => `\`${story.name}\``)
    return row([numberOf(name), title, scene, `\`${page}\``, covering.join('、')])
  }

const numberOf = (name: EntryName): number => entryNames().indexOf(name) + 1

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
