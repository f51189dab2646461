import { codeOnCanvas, type Drawn } from '../code-in-picture'
import { noteCode } from '../files'
import { WxRefusal } from './api'

interface Cut {
  readonly canvas: Drawn
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly destWidth?: number
  readonly destHeight?: number
  readonly fileType?: string
  readonly quality?: number
}

/** `wx.canvasToTempFilePath`: the canvas, or a part of it, as a picture; a code drawn on it stays known. */
export async function canvasToFile(cut: Cut): Promise<{ tempFilePath: string }> {
  const type = cut.fileType === 'jpg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>((done) => cutOut(cut).toBlob(done, type, cut.quality))
  if (!blob) throw new WxRefusal('empty canvas')
  const tempFilePath = URL.createObjectURL(blob)
  noteCode(tempFilePath, await codeOnCanvas(cut.canvas))
  return { tempFilePath }
}

function cutOut({ canvas, x = 0, y = 0, ...cut }: Cut): HTMLCanvasElement {
  const width = cut.width ?? canvas.width - x
  const height = cut.height ?? canvas.height - y
  const piece = document.createElement('canvas')
  piece.width = cut.destWidth ?? width
  piece.height = cut.destHeight ?? height
  piece.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, piece.width, piece.height)
  return piece
}
