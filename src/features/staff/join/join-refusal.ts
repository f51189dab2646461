import { errorText } from '../../../platform/error-text'
import type { ApiError } from '../../../platform/http'
import type { IconName } from '../../../ui/icon'

interface Refusal {
  readonly art: IconName
  readonly title: string
  readonly text: string
  /** Trying again will not help. */
  readonly isFinal: boolean
}

/** Why the invitation could not be accepted, in words. */
export function joinRefusal(error: ApiError): Refusal {
  switch (error.code) {
    case 'invitation.taken':
      return {
        art: 'person',
        title: '这份邀请已经用过了',
        text: '每份邀请只能用一次，请联系店长再发一份',
        isFinal: true,
      }
    case 'invitation.invalid':
    case 'request.invalid':
      return { art: 'clock', title: '邀请无效或已过期', text: '请联系店长重新生成一份邀请', isFinal: true }
    case 'network':
      return { art: 'cloud', title: '没有连上网络', text: errorText(error), isFinal: false }
    default:
      return { art: 'warn', title: '没有加入成功', text: errorText(error), isFinal: false }
  }
}
