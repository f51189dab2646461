import type { Queryable } from '../../../platform/database'
import { categories, products } from '../../../schema/catalogue'
import { groups } from '../../../schema/staff'
import { segments } from '../facts/segments'

/** How a file names things, both ways. */
export interface Naming {
  /** The id for a name; null for none, `many` where several have it. An id names itself. */
  idOf(name: string): string | 'many' | null
  /** A name that finds the id again. */
  nameOf(id: string): string
}

export interface Names {
  readonly categories: Naming
  /** By their code. */
  readonly products: Naming
  /** By the name staff gave them. */
  readonly groups: Naming
  readonly segments: Naming
}

/** What the shop has by name at this moment. */
export async function loadNames(db: Queryable): Promise<Names> {
  return {
    categories: naming(await db.select({ id: categories.id, name: categories.name }).from(categories)),
    products: naming(await db.select({ id: products.id, name: products.code }).from(products)),
    groups: naming(await db.select({ id: groups.id, name: groups.name }).from(groups)),
    segments: naming(await segments.all(db)),
  }
}

function naming(all: readonly { readonly id: string; readonly name: string | null }[]): Naming {
  const ids = new Map<string, string[]>()
  for (const { id, name } of all) if (name !== null) ids.set(name, [...(ids.get(name) ?? []), id])
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return {
    idOf: (name) => {
      if (names.has(name)) return name
      const [id, other] = ids.get(name) ?? []
      return other === undefined ? (id ?? null) : 'many'
    },
    nameOf: (id) => {
      const name = names.get(id)
      return name != null && ids.get(name)?.length === 1 ? name : id
    },
  }
}
