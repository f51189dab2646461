import type { Tx } from '../../../platform/database'
import type { FileProduct } from './columns'
import { mergeOrder } from './merge-order'
import type { ImportOptions } from './options'
import { asJson } from './save-products'
import { type StandingSku, sistersOf } from './standing'

/**
 * Adds and updates SKUs; those of the shop that the file does not name stay. A SKU withdrawn by hand stays withdrawn.
 */
export async function saveSkus(
  tx: Tx,
  products: readonly FileProduct[],
  standing: readonly StandingSku[],
  { nowMs, nextId, keepStock = false }: ImportOptions,
): Promise<void> {
  const sisters = sistersOf(standing)
  const placed: { code: string; position: number }[] = []
  const rows = products.flatMap((product) => {
    const before = (sisters.get(product.code) ?? []).map((sku) => sku.code)
    const order = mergeOrder(
      before,
      product.skus.map((sku) => sku.code),
    )
    placed.push(...order.map((code, position) => ({ code, position })))
    return product.skus.map(({ line: _, ...sku }) => ({ ...sku, id: nextId(), product: product.code }))
  })
  await tx.$client.query(
    `insert into skus (id, code, product_id, spec, image, price_fen, list_price_fen, available, limit_per_order,
        is_on_sale, updated_at)
      select r.id, r.code, p.id, r.spec, r.image, r."priceFen", r."listPriceFen", r.stock, r."limitPerOrder", true, $2
      from jsonb_to_recordset($1::jsonb) as r(id uuid, code text, product text, spec jsonb, image text,
        "priceFen" bigint, "listPriceFen" bigint, stock int, "limitPerOrder" int)
      join products p on p.code = r.product
      on conflict (code) do update set spec = excluded.spec, image = excluded.image, price_fen = excluded.price_fen,
        list_price_fen = excluded.list_price_fen, limit_per_order = excluded.limit_per_order,
        available = case when $3 then skus.available else greatest(excluded.available - skus.reserved, 0) end,
        updated_at = excluded.updated_at`,
    [...asJson(rows), new Date(nowMs), keepStock],
  )
  await tx.$client.query(
    `update skus s set position = r.position from jsonb_to_recordset($1::jsonb) as r(code text, position int)
      where s.code = r.code and s.position <> r.position`,
    asJson(placed),
  )
}
