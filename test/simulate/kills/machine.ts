/** The computer that the local cloud runs on, with its disk; somebody pulls the plug. */
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PowerCut } from '../../../emulator/faults/power'
import { RealTown } from '../cloud/real-town'
import { startCloud } from '../cloud/start'
import type { Answer } from '../cloud/town'

/** Nobody answers any more: the power is gone. */
export class PowerGone extends Error {}

/** What a machine is made of. */
export interface Parts {
  readonly folder: string
  readonly functions: string
  /** Where a clock stands that was never set. */
  readonly at: number
  /** Instances of every function; as many as usual where nothing is said. */
  readonly workers?: number
}

/** A local cloud as a process of its own, until it ends. */
export class Machine {
  readonly town: CutTown
  readonly gone: Promise<void>
  isGone = false

  private constructor(
    private readonly child: ChildProcess,
    url: string,
  ) {
    this.town = new CutTown(url)
    this.gone = new Promise((resolve) => {
      child.once('exit', () => {
        this.isGone = true
        resolve()
      })
    })
  }

  /** Starts on what the disk holds. */
  static async start({ folder, functions, at, workers }: Parts): Promise<Machine> {
    const { child, url } = await startCloud(functions, [
      ...['--data', folder, '--cold', '--at', new Date(at).toISOString()],
      ...(workers === undefined ? [] : ['--workers', String(workers)]),
    ])
    return new Machine(child, url)
  }

  /** Counts writes from now on, and lets the power go at one of them. */
  async cutAt(cut: PowerCut | undefined): Promise<void> {
    await this.town.control('POST', 'power', cut ?? {})
  }

  /** Writes since they were counted anew. */
  async writes(): Promise<number> {
    return (await this.town.control<{ writes: number }>('GET', 'power')).writes
  }

  /** Pulls the plug. */
  async kill(): Promise<void> {
    if (!this.isGone) this.child.kill('SIGKILL')
    await this.gone
  }
}

/** A town whose power may go. */
export class CutTown extends RealTown {
  override async control<Result>(method: string, path: string, body?: object): Promise<Result> {
    return orGone(super.control<Result>(method, path, body))
  }

  override async call(openid: string, functionName: string, event: object): Promise<Answer> {
    return orGone(super.call(openid, functionName, event))
  }
}

async function orGone<Result>(asking: Promise<Result>): Promise<Result> {
  try {
    return await asking
  } catch (error) {
    // So `fetch` calls a line that is dead; an answer that is cut short is no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) throw new PowerGone()
    throw error
  }
}

/** Disks: folders that are copied before anything happens to them. */
export class Disks {
  private readonly folder = mkdtempSync(join(tmpdir(), 'jutuan-kills-'))
  /** Where functions may be put. */
  readonly functions = join(this.folder, 'functions')
  private count = 0

  /** A disk with what is on another one, whose machine is off; an empty one without. */
  copyOf(disk?: string): string {
    const copy = join(this.folder, String((this.count += 1)))
    if (disk === undefined) mkdirSync(copy)
    else cpSync(disk, copy, { recursive: true })
    return copy
  }

  drop(disk: string): void {
    rmSync(disk, { recursive: true, force: true })
  }

  close(): void {
    this.drop(this.folder)
  }
}
