import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '../../emulator/store/document'
import { DuplicateKey, TransactionGone, WriteConflict } from '../../emulator/store/refusals'
import type { DatabaseSchema } from '../../emulator/store/schema'
import { openStore, type Store } from '../../emulator/store/store'
import type { Transaction } from '../../emulator/store/transaction'

const schema: DatabaseSchema = {
  collections: {
    c: {
      permission: 'ADMINONLY',
      indexes: [
        { name: 'by_key', fields: [['key', 1]], unique: true },
        { name: 'by_tag', fields: [['tags', -1]], unique: false },
      ],
    },
  },
}

/** The store, thought of as simply as possible: whole maps, copied for every snapshot. */
class Model {
  committed = new Map<string, Document>()
  changedAt = new Map<string, number>()
  moment = 0
  open = new Map<
    number,
    { snapshot: Map<string, Document>; moment: number; writes: Map<string, Document | null> }
  >()

  holder(id: string): number | undefined {
    for (const [number, { writes }] of this.open) if (writes.has(id)) return number
    return undefined
  }

  commit(writes: Iterable<[string, Document | null]>): void {
    this.moment++
    for (const [id, document] of writes) {
      if (document) this.committed.set(id, document)
      else this.committed.delete(id)
      this.changedAt.set(id, this.moment)
    }
  }

  isKeyTaken(id: string, key: unknown, own: Map<string, Document | null>): boolean {
    const seen = new Map<string, Document | null>([...this.committed, ...own])
    return [...seen].some(([other, document]) => other !== id && document?.key === key)
  }
}

type Access =
  | { kind: 'put'; id: string; key: number; tags: string[]; tx: number | undefined }
  | { kind: 'remove'; id: string; tx: number | undefined }
  | { kind: 'read'; id: string; tx: number }
type Frame = { kind: 'begin' | 'commit' | 'abort'; tx: number }
type Step = Access | Frame

const isFrame = (step: Step): step is Frame =>
  step.kind === 'begin' || step.kind === 'commit' || step.kind === 'abort'

const ids = fc.constantFrom('a', 'b', 'c', 'd')
const transactions = fc.constantFrom(0, 1)
const maybeTransaction = fc.constantFrom(undefined, 0, 1)
const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({
      kind: fc.constant('put'),
      id: ids,
      key: fc.integer({ min: 0, max: 5 }),
      tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
      tx: maybeTransaction,
    }),
    fc.record({ kind: fc.constant('remove'), id: ids, tx: maybeTransaction }),
    fc.record({ kind: fc.constantFrom('begin', 'commit', 'abort'), tx: transactions }),
    fc.record({ kind: fc.constant('read'), id: ids, tx: transactions }),
  ),
  { maxLength: 60 },
)

/** Plays one step on the store and the model; what one refuses the other has to refuse as well. */
async function play(
  step: Step,
  store: Store,
  model: Model,
  open: Map<number, Transaction>,
): Promise<void> {
  if (isFrame(step)) {
    if (step.kind === 'begin') begin(step.tx, store, model, open)
    else await end(step.kind, step.tx, model, open)
  } else if (step.tx === undefined) {
    await writePlainly(step, store, model)
  } else {
    useTransaction(step, model, open)
  }
}

function begin(tx: number, store: Store, model: Model, open: Map<number, Transaction>): void {
  if (open.has(tx)) return
  open.set(tx, store.begin())
  model.open.set(tx, {
    snapshot: new Map(model.committed),
    moment: model.moment,
    writes: new Map(),
  })
}

async function end(
  kind: 'commit' | 'abort',
  tx: number,
  model: Model,
  open: Map<number, Transaction>,
): Promise<void> {
  const transaction = open.get(tx)
  if (!transaction) return
  const writes = model.open.get(tx)?.writes
  open.delete(tx)
  model.open.delete(tx)
  if (kind === 'abort') transaction.abort()
  else await transaction.commit()
  if (kind === 'commit' && writes && writes.size > 0) model.commit(writes)
}

async function writePlainly(step: Access, store: Store, model: Model): Promise<void> {
  if (step.kind === 'read' || model.open.size > 0) return
  const document = step.kind === 'put' ? { _id: step.id, key: step.key, tags: step.tags } : null
  const isRefused = document !== null && model.isKeyTaken(step.id, document.key, new Map())
  const write = store.apply([
    document ? { collection: 'c', put: document } : { collection: 'c', remove: step.id },
  ])
  if (isRefused) {
    await expect(write).rejects.toBeInstanceOf(DuplicateKey)
  } else {
    await write
    model.commit([[step.id, document]])
  }
}

function useTransaction(step: Access, model: Model, open: Map<number, Transaction>): void {
  const tx = step.tx ?? 0
  const [transaction, state] = [open.get(tx), model.open.get(tx)]
  if (!transaction || !state) return
  if (step.kind === 'read') {
    const expected = state.writes.has(step.id)
      ? state.writes.get(step.id)
      : state.snapshot.get(step.id)
    expect(transaction.get('c', step.id)).toEqual(expected ?? undefined)
    return
  }
  const document = step.kind === 'put' ? { _id: step.id, key: step.key, tags: step.tags } : null
  const holder = model.holder(step.id)
  const conflicts =
    (holder !== undefined && holder !== tx) || (model.changedAt.get(step.id) ?? 0) > state.moment
  const act = () => (document ? transaction.put('c', document) : transaction.remove('c', step.id))
  try {
    act()
    expect(conflicts).toBe(false)
    if (document) expect(model.isKeyTaken(step.id, document.key, state.writes)).toBe(false)
    state.writes.set(step.id, document)
  } catch (error) {
    if (!(error instanceof WriteConflict || error instanceof DuplicateKey)) throw error
    if (error instanceof DuplicateKey)
      expect(document && model.isKeyTaken(step.id, document.key, state.writes)).toBe(true)
    expect(() => transaction.get('c', step.id)).toThrow(TransactionGone)
    open.delete(tx)
    model.open.delete(tx)
  }
}

test('whatever is done in whatever order, the store holds what a simple model holds, also after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const folder = mkdtempSync(join(tmpdir(), 'jutuan-model-'))
      const store = openStore({ folder, schema })
      const [model, open] = [new Model(), new Map<number, Transaction>()]
      for (const step of plan) await play(step, store, model, open)
      expect(byName(store.list('c'))).toEqual(byName(model.committed.values()))
      await store.close()
      const again = openStore({ folder, schema })
      expect(byName(again.list('c'))).toEqual(byName(model.committed.values()))
      await again.close()
      rmSync(folder, { recursive: true })
    }),
    { numRuns: 60 },
  )
}, 60_000)

const byName = (documents: Iterable<Document>) =>
  [...documents].sort((left, right) => (left._id < right._id ? -1 : 1))
