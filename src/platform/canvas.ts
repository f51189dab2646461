import Taro from '@tarojs/taro'
import { assetUrl } from './api-address'

/** What a canvas 2d of a mini-program has; Taro's typings know less of it. */
export interface Canvas {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): HTMLImageElement
}

const LOOKS = 20
const LOOK_EVERY_MS = 50

/**
 * The canvas 2d with this id on the page in front, once the view has drawn it; null where there is none
 * (developers.weixin.qq.com/miniprogram/dev/component/canvas.html).
 */
export async function findCanvas(id: string): Promise<Canvas | null> {
  for (let look = 0; look < LOOKS; look += 1) {
    const canvas = await queryCanvas(id)
    if (canvas) return canvas
    await new Promise((again) => setTimeout(again, LOOK_EVERY_MS))
  }
  return null
}

const queryCanvas = (id: string): Promise<Canvas | null> =>
  new Promise((found) => {
    if (typeof Taro.createSelectorQuery !== 'function') return found(null)
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true }, (answer) => found((answer as { node?: Canvas } | null)?.node ?? null))
      .exec()
  })

/** A picture to draw, by any address a `Picture` takes or as a data URI; null where it could not be had. */
export const loadPicture = (canvas: Canvas, src: string): Promise<HTMLImageElement | null> =>
  new Promise((loaded) => {
    const image = canvas.createImage()
    image.onload = () => loaded(image)
    image.onerror = () => loaded(null)
    image.src = src.startsWith('data:') ? src : assetUrl(src)
  })

/** What stands on the canvas as a file of its own; null where this WeChat cannot cut it out. */
export async function canvasFile(canvas: Canvas): Promise<string | null> {
  try {
    // Taro's typings want the component; WeChat wants the node of a canvas 2d.
    const cut = { canvas, fileType: 'jpg', quality: 0.92 } as unknown as Parameters<
      typeof Taro.canvasToTempFilePath
    >[0]
    const { tempFilePath } = await Taro.canvasToTempFilePath(cut)
    return tempFilePath
  } catch {
    return null
  }
}
