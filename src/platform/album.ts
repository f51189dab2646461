import { ok, type Result, refuse } from '@domain/result'
import Taro from '@tarojs/taro'
import { underWechat } from './native-ui'

export type SaveRefusal = 'cancelled' | 'not_allowed' | 'unavailable'

const DATA_URI = /^data:image\/(\w+);base64,(.+)$/s

/**
 * Saves a picture we hold as a data URI to the phone's album under `name`. WeChat takes files only, so it is
 * written first (developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.saveImageToPhotosAlbum.html).
 * `not_allowed`: privacy consent or the album's permission was refused.
 */
export async function saveToAlbum(dataUri: string, name: string): Promise<Result<'saved', SaveRefusal>> {
  const [, kind, base64] = DATA_URI.exec(dataUri) ?? []
  if (!base64 || typeof Taro.getFileSystemManager !== 'function') return refuse('unavailable')
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}.${kind === 'jpeg' ? 'jpg' : kind}`
  try {
    await write(filePath, base64)
  } catch {
    return refuse('unavailable')
  }
  return saveFileToAlbum(filePath)
}

/** Saves a picture that lies in a file, such as one a canvas was cut out to. Refusals as of `saveToAlbum`. */
export async function saveFileToAlbum(filePath: string): Promise<Result<'saved', SaveRefusal>> {
  try {
    await underWechat(() => Taro.saveImageToPhotosAlbum({ filePath }))
    return ok('saved')
  } catch (error) {
    const reason = String((error as { errMsg?: unknown } | null)?.errMsg ?? error)
    if (/cancel/i.test(reason)) return refuse('cancelled')
    if (/auth|deny|privacy|permission/i.test(reason)) return refuse('not_allowed')
    return refuse('unavailable')
  }
}

const write = (filePath: string, base64: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const encoding = 'base64'
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding,
      success: resolve,
      fail: reject,
    })
  })
