import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const room = (name: string) => path.join(root, name)

/** Where the built app looks for the shop. DevTools reaches loopback only with `urlCheck: false`. */
const api = (process.env.TARO_APP_API || 'http://127.0.0.1:8787').replace(/\/+$/, '')

/** Two builds into one cache leave each other chunks under numbers nobody asks for, so each output has its own. */
const secondOut = process.env.TARO_OUT
const cacheName = secondOut && { name: `weapp-${process.env.NODE_ENV}-${secondOut.replace(/\W+/g, '-')}` }

const config: UserConfigExport<'webpack5'> = {
  projectName: 'qundian',
  date: '2026-11-1',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  // TARO_OUT: a second build beside the one that `npm start` serves.
  outputRoot: secondOut || 'dist/weapp',
  framework: 'react',
  // prebundle makes the result larger; see docs/decisions.
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true, ...cacheName },
  // Half the default depth of the template: 38 kB of WXML instead of 60. Deeper trees still work, through a component.
  baseLevel: 8,
  plugins: [room('config/aria/index.ts')],
  alias: { '@domain': room('domain'), '@contract': room('contract') },
  defineConstants: { __API__: JSON.stringify(api) },
  mini: {
    // Modules only a subpackage uses stay out of the main package.
    optimizeMainPackage: { enable: true },
    compile: { include: [room('domain'), room('contract'), room('config/aria')] },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    imageUrlLoaderOption: { limit: 1024 },
    // No rule may depend on which page's styles came first; warnings about it drown the ones that matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
}

export default defineConfig<'webpack5'>(async () => config)
