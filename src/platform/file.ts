import { ok, type Result, refuse } from '@domain/result'
import Taro from '@tarojs/taro'
import { underWechat } from './native-ui'

export type SendRefusal = 'cancelled' | 'unavailable'

/**
 * Sends a text as a file to one of the user's chats, such as their own 文件传输助手: a mini-program has no other way to
 * hand a spreadsheet over. WeChat wants a tap right before it
 * (developers.weixin.qq.com/miniprogram/dev/api/share/wx.shareFileMessage.html).
 */
export async function sendFile(text: string, fileName: string): Promise<Result<'sent', SendRefusal>> {
  if (typeof Taro.shareFileMessage !== 'function' || typeof Taro.getFileSystemManager !== 'function') {
    return refuse('unavailable')
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await underWechat(() => Taro.shareFileMessage({ filePath, fileName }))
    return ok('sent')
  } catch (error) {
    const reason = String((error as { errMsg?: unknown } | null)?.errMsg ?? error)
    return refuse(/cancel/i.test(reason) ? 'cancelled' : 'unavailable')
  }
}
