import type { ReactNode } from 'react'
import { useAppearance } from '../../platform/appearance'
import { useNetwork } from '../../platform/network'
import { Banner } from '../../ui/banner'
import { Screen } from '../../ui/screen'
import { ConsentSheet } from './consent-sheet'

interface Props {
  readonly children: ReactNode
  /** Fixed at the bottom: the page's main action. */
  readonly bar?: ReactNode
  readonly isTab?: boolean
  readonly className?: string
}

/** What every page stands in: the screen in the visitor's theme and text size, the offline word, the consent sheet. */
export function Shell({ children, bar, isTab, className }: Props) {
  const { textSize, theme } = useAppearance()
  const isOnline = useNetwork((s) => s.isOnline)
  return (
    <Screen bar={bar} isTab={isTab} textSize={textSize} theme={theme} className={className}>
      {!isOnline && (
        <Banner tone="warning" icon="cloud" isWide>
          没有网络，先看看已加载的内容
        </Banner>
      )}
      {children}
      <ConsentSheet />
    </Screen>
  )
}
