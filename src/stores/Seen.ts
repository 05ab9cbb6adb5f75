import { observable, runInAction } from 'mobx'
import type { Failure } from '@domain/failure'
import { reloading, renewed, settled, unloaded, type Loaded } from './loaded'

/** Asks the cloud for one thing by its id. */
export type Ask<Value> = (id: string) => Promise<Value | Failure>

/** What the cloud told of things of one kind, by their ids. */
export class Seen<Value> {
  // Answers are replaced as a whole, so nothing below them needs watching.
  private readonly things = observable.map<string, Loaded<Value>>({}, { deep: false })

  constructor(private readonly ask: Ask<Value>) {}

  of(id: string): Loaded<Value> {
    return this.things.get(id) ?? unloaded
  }

  async load(id: string): Promise<void> {
    this.set(id, reloading(this.of(id)))
    this.set(id, settled(this.of(id), await this.ask(id)))
  }

  /** Asks again without showing that it does; tells whether anything changed. */
  async refresh(id: string): Promise<boolean> {
    const thing = renewed(this.of(id), await this.ask(id))
    if (thing) this.set(id, thing)
    return thing !== undefined
  }

  /** Shows what came with the answer to a wish, without asking again. */
  show(id: string, value: Value): void {
    this.set(id, { state: 'ready', value })
  }

  private set(id: string, thing: Loaded<Value>): void {
    runInAction(() => {
      this.things.set(id, thing)
    })
  }
}
