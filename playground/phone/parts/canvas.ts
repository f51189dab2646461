import { fileUrl } from '../addresses'
import { definePart, Part } from './part'

export interface WeappCanvas extends HTMLCanvasElement {
  createImage(): HTMLImageElement
  requestAnimationFrame(callback: FrameRequestCallback): number
  cancelAnimationFrame(id: number): void
}

export function defineCanvas(): void {
  definePart('canvas', CanvasPart)
}

/** A browser canvas with what a mini-program's canvas 2d adds. */
export function asWeappCanvas(canvas: HTMLCanvasElement): WeappCanvas {
  return Object.assign(canvas, {
    createImage: packageImage,
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  })
}

export class CanvasPart extends Part {
  readonly canvas = asWeappCanvas(document.createElement('canvas'))

  protected override build(): void {
    this.append(this.canvas)
  }
}

/** Pictures are named as the app names them: files of the package, the API, addresses. */
function packageImage(): HTMLImageElement {
  const image = new Image()
  const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src') as PropertyDescriptor
  Object.defineProperty(image, 'src', {
    get: () => src.get?.call(image) as string,
    set: (url: string) => src.set?.call(image, fileUrl(url)),
  })
  return image
}
