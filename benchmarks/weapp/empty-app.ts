/** An app with one page and one word, built as ours is: file by content. */
export const EMPTY_APP: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'empty', version: '0.0.0', private: true }),
  'project.config.json': JSON.stringify({
    miniprogramRoot: './',
    projectname: 'empty',
    appid: 'touristappid',
  }),
  'babel.config.js': `module.exports = require('../../babel.config.js')\n`,
  'config/index.js': `const path = require('node:path')
module.exports = {
  projectName: 'empty',
  date: '2026-11-1',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  baseLevel: 8,
  mini: { optimizeMainPackage: { enable: true } },
}
`,
  'src/app.config.js': `export default defineAppConfig({ pages: ['pages/index/index'], window: {} })\n`,
  'src/app.js': `export default function App({ children }) { return children }\n`,
  'src/pages/index/index.config.js': `export default definePageConfig({})\n`,
  'src/pages/index/index.jsx': `import { View } from '@tarojs/components'\nexport default function Page() { return <View>空</View> }\n`,
}
