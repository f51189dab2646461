import { fileUrl } from '../addresses'
import type { Drawn } from '../code-in-picture'
import { definePart, Part } from './part'

export interface WeappCanvas extends Drawn {
  createImage(): HTMLImageElement
  requestAnimationFrame(callback: FrameRequestCallback): number
  cancelAnimationFrame(id: number): void
}

export function defineCanvas(): void {
  definePart('canvas', CanvasPart)
}

/** A browser canvas with what a mini-program's canvas 2d adds. */
export function asWeappCanvas(canvas: Drawn): WeappCanvas {
  rememberPictures(canvas)
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

/** Keeps the address of every picture drawn, so that a code on a poster can still be scanned from the picture saved. */
function rememberPictures(canvas: Drawn): void {
  const getContext = canvas.getContext.bind(canvas) as (kind: string, options?: unknown) => unknown
  const open = (kind: string, options?: unknown) => {
    const context = getContext(kind, options)
    if (context instanceof CanvasRenderingContext2D && !Object.hasOwn(context, 'drawImage')) {
      const draw = context.drawImage.bind(context) as (...given: unknown[]) => void
      const noteAndDraw = (...given: unknown[]) => {
        if (given[0] instanceof HTMLImageElement) canvas.drawn = [...(canvas.drawn ?? []), given[0].src]
        draw(...given)
      }
      Object.assign(context, { drawImage: noteAndDraw })
    }
    return context
  }
  Object.assign(canvas, { getContext: open })
}
