import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { ARIA, SPOKEN } from './attributes'

interface Platform {
  readonly template: { mergeComponents(context: IPluginContext, components: Record<string, object>): void }
  runtimePath: string | string[]
}

/**
 * Taro's templates leave out WeChat's accessibility attributes
 * (developers.weixin.qq.com/miniprogram/dev/component/aria-component.html). This adds the two we use, at build
 * and at run time alike, so that screen readers hear prices, buttons and states.
 */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      platform.template.mergeComponents(context, Object.fromEntries(SPOKEN.map((name) => [name, ARIA])))
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.ts')].flat()
    },
  })
}
