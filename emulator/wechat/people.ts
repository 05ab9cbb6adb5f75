/** The people one can be in the local cloud. */
import type { Records } from '../records'

/** A person; `_id` is the OPENID. */
export type Person = {
  readonly _id: string
  readonly nickname: string
  readonly avatar?: string
  /** Runs the shop. */
  readonly operator?: boolean
}

const NEIGHBOURS: readonly Person[] = [
  { _id: 'ann', nickname: '安安' },
  { _id: 'bo', nickname: '阿博' },
  { _id: 'cai', nickname: '彩姐' },
  { _id: 'ding', nickname: '丁丁' },
  { _id: 'en', nickname: '恩恩' },
  { _id: 'fang', nickname: '芳芳' },
  { _id: 'keeper', nickname: '店主老陈', operator: true },
]

/**
 * Letters, digits, `_` and `-` with a letter among them: the SDK turns an all-digit OPENID into a
 * number.
 */
export function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) && /[A-Za-z]/.test(value)
}

export class People {
  constructor(private readonly records: Records<Person>) {}

  /**
   * The neighbours first, then whoever was added; a person written anew replaces the neighbour of
   * that name.
   */
  list(): Person[] {
    const added = new Map(this.records.list().map((person) => [person._id, person]))
    const neighbours = NEIGHBOURS.map((person) => added.get(person._id) ?? person)
    const known = new Set(NEIGHBOURS.map((person) => person._id))
    return [...neighbours, ...[...added.values()].filter((person) => !known.has(person._id))]
  }

  async add(person: Person): Promise<Person> {
    const known = this.list().find((candidate) => candidate._id === person._id)
    const written = { ...known, ...person }
    await this.records.put(written)
    return written
  }
}
