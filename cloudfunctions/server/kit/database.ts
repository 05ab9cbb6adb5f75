import { _, database } from './cloud'

/** What any document has. */
export interface Stored {
  readonly _id: string
}

/** Conditions and changes in the SDK's own words (`_.gte(1)`, `_.inc(-1)`, dotted paths). */
export type Words = Readonly<Record<string, unknown>>

/** How a query is ordered and bounded. */
export interface Finding {
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  readonly limit?: number
  readonly skip?: number
  readonly fields?: Readonly<Record<string, boolean>>
}

/** The most documents one query may bring in the cloud. */
export const MOST_FOUND = 1000

const isTaken = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('E11000')

/** A typed view of one collection. Each method is one SDK call. */
export class Collection<Doc extends Stored> {
  constructor(readonly name: string) {}

  private get reference() {
    return database.collection(this.name)
  }

  /** The document of that id, if there is one. */
  async get(id: string): Promise<Doc | undefined> {
    const { data } = (await this.reference.doc(id).get()) as unknown as {
      data: Doc | null
    }
    return data ?? undefined
  }

  /** Inserts; false when the id is taken (or a unique index is). */
  async add(doc: Doc): Promise<boolean> {
    try {
      await this.reference.add({ data: doc })
      return true
    } catch (error) {
      if (isTaken(error)) return false
      throw error
    }
  }

  /** Inserts many documents in one call, all or none of them; false when an id is taken. */
  async addAll(docs: readonly Doc[]): Promise<boolean> {
    try {
      await this.reference.add({ data: docs })
      return true
    } catch (error) {
      if (isTaken(error)) return false
      throw error
    }
  }

  /** Writes the whole document, whether it was there or not. */
  async put(doc: Doc): Promise<void> {
    const { _id, ...data } = doc
    await this.reference.doc(_id).set({ data })
  }

  /**
   * Changes one document if it still answers the conditions; tells whether it did. This is the
   * one atomic step on which holds and orders are built.
   */
  async changeIf(id: string, conditions: Words, changes: Words): Promise<boolean> {
    const { stats } = (await this.reference
      .where({ _id: id, ...conditions })
      .update({ data: changes })) as { stats: { updated: number } }
    return stats.updated > 0
  }

  /** Changes all documents that answer the conditions; tells how many there were. */
  async changeAll(where: Words, changes: Words): Promise<number> {
    const { stats } = (await this.reference.where(where).update({ data: changes })) as {
      stats: { updated: number }
    }
    return stats.updated
  }

  /** Removes all documents that answer the conditions; tells how many there were. */
  async removeAll(where: Words): Promise<number> {
    const { stats } = (await this.reference.where(where).remove()) as {
      stats: { removed: number }
    }
    return stats.removed
  }

  /** Documents that answer the conditions. */
  async find(where: Words, { order = [], limit = MOST_FOUND, skip, fields }: Finding = {}) {
    let query = this.reference.where(where)
    for (const [field, direction] of order) query = query.orderBy(field, direction)
    if (skip) query = query.skip(skip)
    if (fields) query = query.field(fields)
    const { data } = (await query.limit(limit).get()) as unknown as { data: Doc[] }
    return data
  }

  /**
   * Every document that answers the conditions, in the order of ids: a call per thousand, each from
   * where the last one ended. The conditions say nothing of ids.
   */
  async findAll(where: Words, fields?: Finding['fields']): Promise<Doc[]> {
    const all: Doc[] = []
    for (;;) {
      const last = all.at(-1)
      const behind = last ? { ...where, _id: _.gt(last._id) } : where
      const page = await this.find(behind, { order: [['_id', 'asc']], ...(fields && { fields }) })
      all.push(...page)
      if (page.length < MOST_FOUND) return all
    }
  }

  /** How many documents answer the conditions. */
  async count(where: Words): Promise<number> {
    const { total } = (await this.reference.where(where).count()) as { total: number }
    return total
  }

  /** Starts an aggregation; `lookup` brings several collections in one call. */
  aggregate() {
    return this.reference.aggregate()
  }
}

/**
 * The changes that turn `before` into `after`, field by field. Values are whole: the SDK would
 * otherwise flatten an object into paths and leave what is gone.
 */
export function difference<Doc extends Stored>(before: Doc, after: Doc): Words {
  const changed = Object.entries(after).filter(
    ([field, value]) => before[field as keyof Doc] !== value,
  )
  return Object.fromEntries(changed.map(([field, value]) => [field, _.set(value)]))
}
