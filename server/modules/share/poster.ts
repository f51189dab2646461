import type { Refusal } from '@contract/errors'
import type { Poster } from '@contract/staff'
import { ok, type Result } from '@domain/result'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { pictureOf } from '../catalogue/pictures'
import { readSettings } from '../shop/settings'

interface Shown {
  readonly title: string | null
  readonly subtitle: string | null
  readonly image: string | null
  readonly priceFen: number | null
  readonly listPriceFen: number | null
  readonly campaignTitle: string | null
  readonly campaignNote: string | null
  readonly staffName: string
  readonly staffTitle: string
}

type CodeOf = (token: string, staffId: string) => Promise<Result<{ dataUri: string }, Refusal>>

/** All that a poster of one of the caller's shares shows; `codeOf` also refuses shares that are not theirs. */
export async function posterOf(
  { db, config }: Deps,
  codeOf: CodeOf,
  token: string,
  staffId: string,
): Promise<Result<Poster, Refusal>> {
  const code = await codeOf(token, staffId)
  if (!code.ok) return code
  const [{ shopName, announcement }, shown] = [await readSettings(db), await shownBy(db, token)]
  return ok({
    title: shown.title ?? shown.campaignTitle ?? shopName,
    subtitle: shown.subtitle ?? shown.campaignNote ?? announcement,
    picture: shown.image === null ? null : pictureOf(config, shown.image),
    priceFen: shown.priceFen,
    listPriceFen: shown.listPriceFen,
    shopName,
    staffName: shown.staffName,
    staffTitle: shown.staffTitle,
    codeDataUri: code.value.dataUri,
  })
}

async function shownBy(db: Queryable, token: string): Promise<Shown> {
  const { rows } = await db.$client.query<Shown>({
    name: 'share-poster',
    text: `select p.title, p.subtitle, p.images[1] as image, price.fen as "priceFen", price.list as "listPriceFen",
                  c.title as "campaignTitle", c.note as "campaignNote",
                  st.name as "staffName", st.title as "staffTitle"
             from shares s
             join staff st on st.id = s.root_staff_id
             left join products p on p.id = s.product_id
             left join campaigns c on c.id = s.campaign_id
             left join lateral (
               select k.price_fen as fen, k.list_price_fen as list from skus k
                where k.product_id = p.id and k.is_on_sale order by k.price_fen, k.id limit 1
             ) price on true
            where s.token = $1`,
    values: [token],
  })
  if (!rows[0]) throw new Error('a share with a code is not there')
  return rows[0]
}
