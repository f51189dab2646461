import type { FastifyInstance } from 'fastify'
import { mountAddress } from './modules/address/routes'
import { mountAfterSale } from './modules/after-sale/routes'
import { mountCart } from './modules/cart/routes'
import { mountCatalogue } from './modules/catalogue/routes'
import { mountCoupon } from './modules/coupon/routes'
import { mountFigures } from './modules/figures/routes'
import { mountFreight } from './modules/freight/routes'
import { mountGroup } from './modules/group/routes'
import { mountHandover } from './modules/handover/routes'
import { mountHome } from './modules/home/routes'
import { mountInvoice } from './modules/invoice/routes'
import { mountJob } from './modules/job/routes'
import { mountLedger } from './modules/ledger/routes'
import { mountMemberCare } from './modules/member-care/routes'
import { mountMessage } from './modules/message/routes'
import { mountOrder } from './modules/order/routes'
import { mountPayment } from './modules/payment/routes'
import { mountPolicy } from './modules/policy/routes'
import { mountPrivacy } from './modules/privacy/routes'
import { mountPush } from './modules/push/routes'
import { mountQuote } from './modules/quote/routes'
import { mountSession } from './modules/session/routes'
import { mountShare } from './modules/share/routes'
import { mountShipment } from './modules/shipment/routes'
import { mountShop } from './modules/shop/routes'
import { mountStaff } from './modules/staff/routes'
import { mountTeam } from './modules/team/routes'
import { mountTouch } from './modules/touch/routes'
import { mountTrust } from './modules/trust/routes'
import type { Deps } from './platform/deps'
import { mountHealth } from './platform/health'
import { mountSimulation } from './platform/simulation'

/** Mounts a module's routes and registers its jobs. */
export type Module = (app: FastifyInstance, deps: Deps) => void

/** Every module of the server, one line each. */
export const MODULES: readonly Module[] = [
  mountHealth,
  mountSimulation,
  mountSession,
  mountTouch,
  mountShare,
  mountGroup,
  mountStaff,
  mountTeam,
  mountHandover,
  mountPolicy,
  mountTrust,
  mountFigures,
  mountMemberCare,
  mountPrivacy,
  mountLedger,
  mountShop,
  mountCatalogue,
  mountHome,
  mountCart,
  mountAddress,
  mountQuote,
  mountCoupon,
  mountOrder,
  mountPayment,
  mountShipment,
  mountMessage,
  mountFreight,
  mountInvoice,
  mountJob,
  mountPush,
  mountAfterSale,
]
