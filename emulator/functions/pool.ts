/** The instances of one function, and the queue in front of them. */
import type { CloudFunction } from './catalog'
import { Instance, type Surroundings } from './instance'
import type { Invocation, Outcome } from './invocation'

export class Pool {
  private instances: Instance[] = []
  private stopped = false
  private readonly queue: ((instance: Instance) => void)[] = []

  constructor(
    private cloudFunction: CloudFunction,
    private readonly size: number,
    private readonly surroundings: Surroundings,
  ) {}

  /** Takes a new build into use; false when it is the one in use. */
  deploy(cloudFunction: CloudFunction): boolean {
    if (cloudFunction.version === this.cloudFunction.version) return false
    this.cloudFunction = cloudFunction
    this.retire()
    return true
  }

  /** Loads the bundle afresh: idle instances go at once, the others after what they are doing. */
  retire(): void {
    for (const instance of this.instances) {
      instance.outdated = true
      if (!instance.busy) instance.stop()
    }
  }

  /** Loads one more instance ahead of its first invocation; false when there are enough. */
  async warm(): Promise<boolean> {
    if (this.stopped || this.current().length >= this.size) return false
    const instance = this.grow()
    await instance.loaded
    this.serveNext()
    return !instance.gone
  }

  /**
   * Runs an invocation on a free instance, a new one while there are less than `most`, or the next
   * one free.
   */
  async run(invocation: Invocation, most = this.size): Promise<Outcome> {
    const instance =
      this.free(most) ?? (await new Promise<Instance>((start) => this.queue.push(start)))
    const outcome = await instance.run(invocation)
    if (instance.outdated) instance.stop()
    this.serveNext()
    return outcome
  }

  stop(): void {
    this.stopped = true
    for (const instance of this.instances) instance.stop()
  }

  private serveNext(): void {
    if (this.queue.length === 0) return
    const instance = this.free(this.size)
    if (instance) this.queue.shift()?.(instance)
  }

  /** Marked busy at once: between the choice and the run nobody else may choose it. */
  private free(most: number): Instance | undefined {
    const current = this.current()
    const idle = current.find((instance) => !instance.busy)
    const chosen = idle ?? (current.length < most ? this.grow() : undefined)
    if (chosen) chosen.busy = true
    return chosen
  }

  private current(): Instance[] {
    this.instances = this.instances.filter((instance) => !instance.gone)
    return this.instances.filter((instance) => !instance.outdated)
  }

  private grow(): Instance {
    const instance = new Instance(this.cloudFunction, this.surroundings)
    this.instances.push(instance)
    return instance
  }
}
