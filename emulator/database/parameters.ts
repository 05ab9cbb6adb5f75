import type { SdkRequest } from '../service'
import { isInternal, type Store } from '../store/store'
import type { Collection } from '../store/collection'
import { parseExtended, parseFields } from './extended'
import { collectionMissing, invalid } from './refusals'

/** Reads the parameters of one database action. */
export class Parameters {
  constructor(
    readonly request: SdkRequest,
    readonly now: number,
  ) {}

  get transactionId(): string | undefined {
    const { transactionId } = this.request.body
    return typeof transactionId === 'string' && transactionId !== '' ? transactionId : undefined
  }

  get isQuery(): boolean {
    return this.request.body.queryType === 'WHERE'
  }

  get isMulti(): boolean {
    return this.request.body.multi === true
  }

  get collectionName(): string {
    const { collectionName } = this.request.body
    if (typeof collectionName !== 'string' || collectionName === '')
      throw invalid('collectionName is missing')
    return collectionName
  }

  /** The collection asked for; those of the local cloud itself do not exist for the SDK. */
  collection(store: Store): Collection {
    const name = this.collectionName
    const found = isInternal(name) ? undefined : store.collection(name)
    if (!found) throw collectionMissing(name)
    return found
  }

  /** A field that holds an Extended JSON object; an absent one is empty. */
  fields(name: string): Record<string, unknown> {
    const text = this.request.body[name]
    if (text === undefined || text === '') return {}
    const fields =
      typeof text === 'string' ? this.parse(name, () => parseFields(text, this.now)) : undefined
    if (!fields) throw invalid(`${name} is not an object`)
    return fields
  }

  /** How much a field adds to a document at most: its text, and room for a sum to grow. */
  bytes(name: string): number {
    const text = this.request.body[name]
    return typeof text === 'string' ? 2 * Buffer.byteLength(text) : 0
  }

  /** A field that holds several Extended JSON texts. */
  values(name: string): unknown[] {
    const texts = this.request.body[name]
    if (!Array.isArray(texts)) throw invalid(`${name} is not a list`)
    return texts.map((text) => this.parse(name, () => parseExtended(String(text), this.now)))
  }

  /** One Extended JSON text. */
  value(text: string): unknown {
    return this.parse('a value', () => parseExtended(text, this.now))
  }

  /** A whole number that is not negative. */
  count(name: string): number | undefined {
    const value = this.request.body[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
      throw invalid(`${name} must be a whole number that is not negative`)
    return value
  }

  private parse<Value>(name: string, read: () => Value): Value {
    try {
      return read()
    } catch {
      throw invalid(`${name} is not Extended JSON`)
    }
  }
}
