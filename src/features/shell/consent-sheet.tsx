import { View } from '@tarojs/components'
import { AGREE_BUTTON_ID, answerPrivacy, openPrivacyContract, usePrivacyAsk } from '../../platform/privacy'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import './consent-sheet.scss'

/**
 * Asked when something private is first needed, never before (wx.onNeedPrivacyAuthorization). Refusing closes
 * the sheet and the visitor goes on without that one thing.
 */
export function ConsentSheet() {
  const isAsking = usePrivacyAsk((s) => s.isAsking)
  const refuse = () => answerPrivacy('disagree')
  return (
    <Sheet isOpen={isAsking} onClose={refuse} title="先说清楚你的信息怎么用">
      <View className="consent-sheet">
        <View className="consent-sheet__text">
          接下来的操作需要用到你的信息，例如收货地址。我们只用它完成这一单，不会给别人看，你随时可以在「我的」里查看和删除。
        </View>
        <View
          className="consent-sheet__link"
          hoverClass="consent-sheet__link--pressed"
          onClick={openPrivacyContract}
        >
          阅读《用户隐私保护指引》
        </View>
        <Button
          isBlock
          id={AGREE_BUTTON_ID}
          openType="agreePrivacyAuthorization"
          native={{ onAgreePrivacyAuthorization: () => answerPrivacy('agree') }}
        >
          同意并继续
        </Button>
        <Button isBlock kind="text" onTap={refuse}>
          暂不同意
        </Button>
      </View>
    </Sheet>
  )
}
