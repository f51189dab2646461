import { mergeInternalComponents } from '@tarojs/shared'
import { ARIA, SPOKEN } from './attributes'

mergeInternalComponents(Object.fromEntries(SPOKEN.map((name) => [name, ARIA])))
