import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import './product-bar.scss'

interface ContactCard {
  readonly sessionFrom: string
  readonly sendMessageTitle: string
  readonly sendMessagePath: string
  readonly sendMessageImg: string | undefined
}

interface Props {
  readonly cartCount: number
  /** How often something went into the cart from here: each time it is seen going there. */
  readonly added: number
  /** Why nothing can be bought, as the button's word; null while it can. */
  readonly blocked: string | null
  readonly isBusy: boolean
  /** What customer service is told, and the card that goes with it. */
  readonly contact: ContactCard
  readonly onCart: () => void
  readonly onAdd: () => void
  readonly onBuy: () => void
}

/** 客服 · 分享 · 购物车 beside the two ways to buy, within a thumb's reach. */
export function ProductBar(props: Props) {
  const { cartCount, added, blocked, isBusy, contact, onCart, onAdd, onBuy } = props
  return (
    <View className="product-bar">
      <IconButton
        icon="chat"
        label="客服"
        openType="contact"
        native={{ ...contact, showMessageCard: true }}
        className="product__contact"
      />
      <IconButton icon="share" label="分享" openType="share" className="product__share" />
      <IconButton icon="cart" label="购物车" count={cartCount} onTap={onCart} className="product__cart" />
      {added > 0 && <View key={added} className="product-bar__hop" />}
      <View className="product-bar__ways">
        {blocked ? (
          <Button isBlock isDisabled className="product-bar__blocked">
            {blocked}
          </Button>
        ) : (
          <>
            <Button kind="tint" className="product-bar__add product__add" isDisabled={isBusy} onTap={onAdd}>
              加入购物车
            </Button>
            <Button className="product-bar__buy product__buy" isDisabled={isBusy} onTap={onBuy}>
              立即购买
            </Button>
          </>
        )}
      </View>
    </View>
  )
}
