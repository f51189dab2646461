import type { Invitation } from '../../features/staff/invite/invitation-ready'
import type { CardToShare } from '../../platform/share'
import { urlOf } from '../../routes'
import shopPicture from './assets/shop-card.png'

// Without a picture of its own WeChat shows one of the page it was shared from, and with it somebody's earnings.
/** The shop's card until the minted one is there, and its picture afterwards. */
export const HOME_CARD: CardToShare = {
  title: '群里人都在逛的小店',
  path: urlOf('home'),
  query: '',
  imageUrl: shopPicture,
}

/** The card that carries an invitation to the one person it is for. */
export const invitationCard = ({ name, title, path }: Invitation): CardToShare => ({
  title: `${name}，邀请你来当${title}`,
  path,
  query: '',
  imageUrl: shopPicture,
})
