import type { Picture as PictureSizes } from '@contract/common'
import { Swiper, SwiperItem, View } from '@tarojs/components'
import { useState } from 'react'
import { assetUrl } from '../../platform/api-address'
import { viewPictures } from '../../platform/navigate'
import { Picture } from '../../ui/picture'
import './gallery.scss'

interface Props {
  readonly pictures: readonly PictureSizes[]
  readonly title: string
  /** Why it is worth a look, in the shop's true words; lies on the picture, so that it may come later. */
  readonly reason: string | null
  /** Full-screen viewing needs the whole app; Moments' single page has none. */
  readonly canView: boolean
}

/** The product's pictures in a square, with the number of the one shown. */
export function Gallery({ pictures, title, reason, canView }: Props) {
  const [shown, setShown] = useState(0)
  const urls = pictures.map(({ large }) => assetUrl(large))
  if (pictures.length === 0) return <Picture src={null} isRound={false} className="gallery" />
  return (
    <View className="gallery">
      <Swiper className="gallery__swiper" onChange={(event) => setShown(event.detail.current)}>
        {pictures.map(({ large }, place) => (
          <SwiperItem key={large}>
            {Math.abs(place - shown) <= 1 && (
              <Picture
                src={large}
                isRound={false}
                isEager
                alt={`${title}，第 ${place + 1} 张图`}
                onTap={canView ? () => viewPictures(urls, urls[place] ?? '') : undefined}
              />
            )}
          </SwiperItem>
        ))}
      </Swiper>
      {reason && <View className="gallery__reason product__reason">{reason}</View>}
      {pictures.length > 1 && (
        <View className="gallery__index">
          {shown + 1}/{pictures.length}
        </View>
      )}
    </View>
  )
}
