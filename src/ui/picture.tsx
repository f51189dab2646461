import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { assetUrl } from '../platform/api-address'
import { cls } from './cls'
import { Icon } from './icon'
import './picture.scss'

interface Props {
  /** A path below the API's root, `/assets/…` of the package, or a full address. */
  readonly src: string | null | undefined
  /** square 1:1 (default) · card 5:4 · tall 3:4 · wide 16:9. The box keeps its place while the picture loads. */
  readonly ratio?: 'square' | 'card' | 'tall' | 'wide'
  /** Above the fold: load at once. */
  readonly isEager?: boolean
  readonly isRound?: boolean
  readonly alt?: string
  readonly onTap?: () => void
  readonly className?: string
}

/** A picture in a box of fixed ratio: fades in, falls back to a drawing. */
export function Picture({ src, ratio = 'square', isEager, isRound = true, alt, onTap, className }: Props) {
  const [shown, setShown] = useState<{ src: string; isBroken: boolean } | null>(null)
  const state = shown && shown.src === src ? shown : null
  const isBroken = !src || state?.isBroken
  return (
    <View
      className={cls('picture', `picture--${ratio}`, isRound && 'picture--round', className)}
      onClick={onTap}
    >
      {isBroken ? (
        <View className="picture__none">
          <Icon name="bag" size="head" />
        </View>
      ) : (
        <Image
          className={cls('picture__image', state && 'picture__image--in')}
          src={assetUrl(src)}
          mode="aspectFill"
          lazyLoad={!isEager}
          ariaLabel={alt}
          onLoad={() => setShown({ src, isBroken: false })}
          onError={() => setShown({ src, isBroken: true })}
        />
      )}
    </View>
  )
}
