import { asynchronous, WxRefusal } from '../../../playground/phone/wx/api'
import type { Phone } from './phone'

/** A canvas that draws nothing and remembers the words written and the pictures laid on it. */
class FakeCanvas {
  width = 300
  height = 150
  readonly drawn: string[] = []
  private readonly brush = brushOf(this.drawn)

  getContext = (): object => this.brush

  createImage(): object {
    const image = { width: 100, height: 100, onload: () => {}, onerror: () => {} }
    return Object.defineProperty(image, 'src', {
      get: () => this.sources.get(image) ?? '',
      set: (src: string) => {
        this.sources.set(image, src)
        setTimeout(() => image.onload(), 0)
      },
    })
  }

  private readonly sources = new Map<object, string>()
}

const SIZE = /(\d+)px/

function brushOf(drawn: string[]): object {
  const brush: Record<string, unknown> = {
    font: '10px sans-serif',
    // As wide as Chinese type: every character a square.
    measureText: (text: string) => ({ width: [...text].length * Number(SIZE.exec(String(brush.font))?.[1]) }),
    fillText: (text: string) => void drawn.push(text),
    drawImage: ({ src }: { src: string }) => void drawn.push(src),
  }
  const known = new Proxy(brush, {
    get: (target, name: string) => (name in target ? target[name] : () => {}),
  })
  return known
}

/** `wx` for canvas 2d, the album and files: the page's canvas is always there. */
export function fakeCanvas(phone: Phone): Record<string, unknown> {
  const canvas = new FakeCanvas()
  const files = new Map<string, string>()
  const query = () => {
    let answer = () => {}
    const chain = {
      select: () => chain,
      fields: (_fields: object, callback: (found: object) => void) => {
        answer = () => callback({ node: canvas })
        return chain
      },
      exec: () => setTimeout(answer, 0),
    }
    return chain
  }
  return {
    createSelectorQuery: query,
    canvasToTempFilePath: asynchronous('canvasToTempFilePath', (cut: { canvas: FakeCanvas }) => {
      if (cut.canvas !== canvas) throw new WxRefusal('no such canvas')
      return { tempFilePath: 'wxfile://tmp/drawn.jpg' }
    }),
    saveImageToPhotosAlbum: asynchronous('saveImageToPhotosAlbum', ({ filePath }: { filePath: string }) => {
      if (!phone.allowsAlbum) throw new WxRefusal('auth deny')
      phone.album.push({ filePath, drawn: filePath.includes('/tmp/') ? [...canvas.drawn] : [] })
    }),
    getFileSystemManager: () => ({
      writeFile: asynchronous('writeFile', ({ filePath, data }: { filePath: string; data: string }) => {
        files.set(filePath, data)
      }),
      writeFileSync: (filePath: string, data: string) => void files.set(filePath, data),
    }),
    shareFileMessage: asynchronous(
      'shareFileMessage',
      ({ filePath, fileName }: { filePath: string; fileName: string }) => {
        phone.handed.push({ fileName, text: files.get(filePath) ?? '' })
      },
    ),
  }
}
