import Taro from '@tarojs/taro'
import { create } from 'zustand'

type Decide = (choice: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void

/** A private API waits for the visitor's consent; the consent sheet answers it. */
export const usePrivacyAsk = create<{ isAsking: boolean }>()(() => ({ isAsking: false }))

/** The id the consent button must carry: WeChat checks that it was really tapped. */
export const AGREE_BUTTON_ID = 'agree-privacy'

let waiting: Decide[] = []

/** Takes over WeChat's own consent pop-up. Called once by the app; old versions lack the call and need none. */
export function watchPrivacy(): void {
  Taro.onNeedPrivacyAuthorization?.((resolve) => {
    waiting.push(resolve as Decide)
    resolve({ event: 'exposureAuthorization' })
    usePrivacyAsk.setState({ isAsking: true })
  })
}

/** Answers everything that waits. `agree` must follow a tap on the consent button. */
export function answerPrivacy(event: 'agree' | 'disagree'): void {
  const all = waiting
  waiting = []
  usePrivacyAsk.setState({ isAsking: false })
  for (const decide of all) decide(event === 'agree' ? { event, buttonId: AGREE_BUTTON_ID } : { event })
}

/** Opens the guideline kept at WeChat. */
export const openPrivacyContract = (): void => Taro.openPrivacyContract?.({})
