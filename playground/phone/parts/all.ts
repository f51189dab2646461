import { defineBasicParts } from './basic'
import { defineButton } from './button'
import { defineCanvas } from './canvas'
import { defineChoices } from './choices'
import { defineFields } from './fields'
import { defineImage } from './image'
import { definePicker } from './picker'
import { defineScrollView } from './scroll-view'
import { defineSwiper } from './swiper'

/** Every built-in component, once per phone. */
export function defineParts(): void {
  defineBasicParts()
  defineButton()
  defineCanvas()
  defineChoices()
  defineFields()
  defineImage()
  definePicker()
  defineScrollView()
  defineSwiper()
}
