import { OrderCardBones } from '../../../../features/order/order-skeleton'

/** A list on its way. */
export const ListBones = () => (
  <>
    <OrderCardBones />
    <OrderCardBones />
    <OrderCardBones />
  </>
)
