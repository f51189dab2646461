import type { Tx } from '../../../platform/database'
import type { FileProduct } from './columns'
import { mergeOrder } from './merge-order'
import type { ImportOptions } from './options'

/** Statements take the whole file as one parameter: ten thousand rows are one round trip. */
export const asJson = (rows: readonly unknown[]) => [JSON.stringify(rows)]

/** A category the shop does not know yet comes last. */
export async function saveCategories(
  tx: Tx,
  products: readonly FileProduct[],
  { nextId }: ImportOptions,
): Promise<void> {
  const names = [...new Set(products.map((product) => product.category))]
  await tx.$client.query(
    `insert into categories (id, name, position)
      select r.id, r.name, coalesce((select max(position) + 1 from categories), 0) + r.n
      from jsonb_to_recordset($1::jsonb) as r(id uuid, name text, n int)
      where not exists (select 1 from categories c where c.name = r.name)`,
    asJson(names.map((name, n) => ({ id: nextId(), name, n }))),
  )
}

/** Adds and updates products. Answers the codes the shop had before. */
export async function saveProducts(
  tx: Tx,
  products: readonly FileProduct[],
  { nowMs, nextId }: ImportOptions,
): Promise<ReadonlySet<string>> {
  const known = await tx.$client.query<{ code: string }>('select code from products where code = any($1)', [
    products.map((product) => product.code),
  ])
  const rows = products.map(({ skus: _, line: __, service, specNames, ...product }) => ({
    ...product,
    id: nextId(),
    service: service.join('|'),
    spec_names: specNames,
    is_on_sale: product.isOnSale,
  }))
  await tx.$client.query(
    `insert into products (id, code, title, subtitle, category_id, tags, images, description, service, spec_names,
        is_on_sale, created_at, updated_at)
      select r.id, r.code, r.title, r.subtitle, c.id, r.tags, r.images, r.description, r.service, r.spec_names,
        r.is_on_sale, $2, $2
      from jsonb_to_recordset($1::jsonb) as r(id uuid, code text, title text, subtitle text, category text,
        tags text[], images text[], description text, service text, spec_names text[], is_on_sale boolean)
      join categories c on c.name = r.category
      on conflict (code) do update set title = excluded.title, subtitle = excluded.subtitle,
        category_id = excluded.category_id, tags = excluded.tags, images = excluded.images,
        description = excluded.description, service = excluded.service, spec_names = excluded.spec_names,
        is_on_sale = excluded.is_on_sale, updated_at = excluded.updated_at`,
    [...asJson(rows), new Date(nowMs)],
  )
  return new Set(known.rows.map((row) => row.code))
}

/** Brings the products into the order of the file; those `added` had no place before. */
export async function placeProducts(
  tx: Tx,
  named: readonly string[],
  added: readonly string[],
): Promise<void> {
  const { rows } = await tx.$client.query<{ code: string }>('select code from products order by position, id')
  const isNew = new Set(added)
  const standing = rows.map((row) => row.code).filter((code) => !isNew.has(code))
  await tx.$client.query(
    `update products p set position = r.position from jsonb_to_recordset($1::jsonb) as r(code text, position int)
      where p.code = r.code and p.position <> r.position`,
    asJson(mergeOrder(standing, named).map((code, position) => ({ code, position }))),
  )
}
