/** Internal collections (`_…`) as typed records: read at once, written durably. */
import type { Document, Id, Write } from './store/document'
import type { Store } from './store/store'

export class Records<T extends Document> {
  constructor(
    private readonly store: Store,
    private readonly collection: string,
  ) {}

  get(id: Id): T | undefined {
    return this.typed(this.store.get(this.collection, id))
  }

  /** Oldest first. */
  list(): T[] {
    return this.store.list(this.collection).flatMap((document) => this.typed(document) ?? [])
  }

  /** Others see it at once; the promise says that it survives a power cut. */
  put(record: T): Promise<void> {
    return this.store.apply([this.writing(record)])
  }

  /** The step that writes `record`, for a batch that must go wholly or not at all. */
  writing(record: T): Write {
    return { collection: this.collection, put: record }
  }

  remove(id: Id): Promise<void> {
    return this.store.apply([{ collection: this.collection, remove: id }])
  }

  private typed(document: Document | undefined): T | undefined {
    // Only this class writes the collection, and only records of this type.
    return document as T | undefined
  }
}
