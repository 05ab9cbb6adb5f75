/** `collection.aggregate()` and `_.aggregate.pipeline()`: stages are gathered, then run or kept. */
import type { Stage } from '../../../emulator/database/pipeline'
import { queryOf } from './words'

type Run = (stages: readonly Stage[]) => Promise<{ readonly list: readonly object[] }>

export class Aggregation {
  private readonly stages: Stage[] = []

  constructor(private readonly run: Run) {}

  match(where: unknown) {
    return this.with({ $match: queryOf(where) })
  }
  addFields(fields: unknown) {
    return this.with({ $addFields: fields })
  }
  lookup(join: unknown) {
    return this.with({ $lookup: join })
  }
  project(fields: unknown) {
    return this.with({ $project: fields })
  }
  group(fields: unknown) {
    return this.with({ $group: fields })
  }
  sort(order: unknown) {
    return this.with({ $sort: order })
  }
  limit(count: number) {
    return this.with({ $limit: count })
  }
  skip(count: number) {
    return this.with({ $skip: count })
  }
  unwind(path: unknown) {
    return this.with({ $unwind: path })
  }
  count(field: string) {
    return this.with({ $count: field })
  }
  replaceRoot(root: unknown) {
    return this.with({ $replaceRoot: root })
  }

  end() {
    return this.run(this.stages)
  }

  /** The stages themselves, for a `lookup` of its own. */
  done(): readonly Stage[] {
    return this.stages
  }

  /** One chain is one pipeline, as with the SDK. */
  private with(stage: Stage): this {
    this.stages.push(stage)
    return this
  }
}
