import { saveSetting } from '../../server/modules/shop/settings'
import type { Queryable } from '../../server/platform/database'

/** The templates of the simulator's mini-program, as a manager would have filled them in. */
export const openMessageTemplates = (db: Queryable, nowMs: number): Promise<void> =>
  saveSetting(
    db,
    'messageTemplates',
    {
      paid: {
        templateId: 'SIMTMPL-PAID-000000000000000000000000000001',
        fields: [
          { key: 'character_string1', fact: 'orderNumber' },
          { key: 'thing2', fact: 'goods' },
          { key: 'amount3', fact: 'amount' },
          { key: 'time4', fact: 'time' },
        ],
      },
      shipped: {
        templateId: 'SIMTMPL-SHIPPED-000000000000000000000000001',
        fields: [
          { key: 'character_string1', fact: 'orderNumber' },
          { key: 'thing2', fact: 'goods' },
          { key: 'thing3', fact: 'company' },
          { key: 'character_string4', fact: 'trackingNumber' },
          { key: 'time5', fact: 'time' },
        ],
      },
      refund: {
        templateId: 'SIMTMPL-REFUND-0000000000000000000000000001',
        fields: [
          { key: 'character_string1', fact: 'orderNumber' },
          { key: 'thing2', fact: 'goods' },
          { key: 'amount3', fact: 'amount' },
          { key: 'thing4', fact: 'tip' },
        ],
      },
      coupon_expiring: {
        templateId: 'SIMTMPL-COUPON-0000000000000000000000000001',
        fields: [
          { key: 'thing1', fact: 'couponName' },
          { key: 'time2', fact: 'expiresAt' },
          { key: 'thing3', fact: 'tip' },
        ],
      },
    },
    nowMs,
  )
