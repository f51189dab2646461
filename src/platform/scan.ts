import Taro from '@tarojs/taro'
import { underWechat } from './native-ui'

/** Reads a bar code with the camera, such as the one on a waybill; null where it was left or nothing was read. */
export function scanBarCode(): Promise<string | null> {
  return underWechat(async () => {
    try {
      const { result } = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] })
      return result.trim() || null
    } catch {
      return null
    }
  })
}
