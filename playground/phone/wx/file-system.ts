import { fileAt, removeFile, writeFile } from '../files'
import { asynchronous, WxRefusal } from './api'

interface Place {
  readonly filePath: string
}

interface Written extends Place {
  readonly data: string | ArrayBuffer
  readonly encoding?: string
}

/** `wx.getFileSystemManager()`: files below USER_DATA_PATH. What it does not know fails by name. */
export function fileSystemApi(): Record<string, unknown> {
  const missing = (path: string) => new WxRefusal(`no such file or directory "${path}"`)
  const write = ({ filePath, data, encoding }: Written): void => {
    if (!filePath.startsWith('wxfile://usr/')) throw new WxRefusal(`permission denied, open "${filePath}"`)
    writeFile(filePath, new Blob([encoding === 'base64' ? bytesOf(data as string) : data]))
  }
  const manager: Record<string, unknown> = {
    writeFile: asynchronous('writeFile', write),
    readFile: asynchronous('readFile', async ({ filePath, encoding }: Place & { encoding?: string }) => {
      const blob = fileAt(filePath)
      if (!blob) throw missing(filePath)
      return { data: encoding ? await blob.text() : await blob.arrayBuffer() }
    }),
    access: asynchronous('access', ({ path }: { path: string }) => {
      if (!fileAt(path)) throw missing(path)
    }),
    unlink: asynchronous('unlink', ({ filePath }: Place) => {
      if (!removeFile(filePath)) throw missing(filePath)
    }),
  }
  const loud = new Proxy(manager, {
    get: (known, name: string) => {
      if (name in known) return known[name]
      console.error(`unknown wx call: getFileSystemManager().${name}`)
      return undefined
    },
  })
  return { getFileSystemManager: () => loud }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
