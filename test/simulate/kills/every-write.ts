/** Cuts the power at every write of a flow, and looks whether it can be gone on with. */
import { isDeepStrictEqual } from 'node:util'
import type { PowerCut } from '../../../emulator/faults/power'
import { Auditor } from '../auditor/auditor'
import type { Books } from '../auditor/books'
import { PriceList } from '../auditor/price-list'
import type { StaffDeed } from '../auditor/staff-deeds'
import { countReviews } from '../play/play'
import { QUIET } from '../street/plan'
import type { Offers } from '../street/shop-file'
import type { Doing, Flow } from './flow'
import { documentsIn, isWish, missingIn, type Acknowledged } from './acknowledged'
import { Hands } from './hands'
import { Machine, PowerGone, type Disks } from './machine'
import { differences, sumsOf, type Sums } from './sums'
import { EVENING, prelude, START } from './street'

/** A flow that may begin: the disk as it is just before, and how it ends when nothing happens. */
export interface Scene {
  readonly flow: string
  readonly disk: string
  readonly doing: Doing
  readonly deeds: readonly StaffDeed[]
  /** Writes of the flow. */
  readonly writes: number
  readonly sums: Sums
  /** What the auditor has against it although nothing happened. */
  readonly faults: readonly string[]
}

/** What became of one cut. */
export interface Cut extends PowerCut {
  readonly flow: string
  readonly faults: readonly string[]
}

/** Where flows are played. */
export interface Stage {
  readonly disks: Disks
  /** The folder of the deployed functions. */
  readonly functions: string
  readonly offers: Offers
}

const started = (folder: string, { functions }: Stage) =>
  Machine.start({ folder, functions, at: START, workers: 1 })

/** A disk on which the shop is open and the evening begins. */
export async function openedDisk(stage: Stage): Promise<string> {
  const { disks, offers } = stage
  const disk = disks.copyOf()
  const machine = await started(disk, stage)
  try {
    await prelude(machine.town, offers)
  } finally {
    await machine.kill()
  }
  return disk
}

/** Prepares a flow, and plays it once with nothing in its way. */
export async function sceneOf(flow: Flow, opened: string, stage: Stage): Promise<Scene> {
  const disk = stage.disks.copyOf(opened)
  const machine = await started(disk, stage)
  try {
    const before = new Hands(machine.town)
    const doing = await flow.prepare(before)
    // Nothing is being written: this is what a power cut would leave.
    const kept = stage.disks.copyOf(disk)
    await machine.cutAt(undefined)
    const hands = new Hands(machine.town)
    await doing(hands)
    const writes = await machine.writes()
    const audit = new Audit(stage.offers, [...before.deeds, ...hands.deeds])
    const sums = await audit.rest(machine)
    return {
      ...{ flow: flow.name, disk: kept, doing, deeds: before.deeds, writes, sums },
      faults: audit.faults,
    }
  } finally {
    await machine.kill()
    stage.disks.drop(disk)
  }
}

/** Every cut that a scene allows, in order. */
export const cutsOf = ({ writes }: Scene): PowerCut[] =>
  Array.from({ length: writes }, (_, n) => n + 1).flatMap((at) =>
    (['before', 'after'] as const).map((when) => ({ at, when })),
  )

/** Cuts the power once, starts again, and asks again for what was under way. */
export async function cutOnce(scene: Scene, cut: PowerCut, stage: Stage): Promise<Cut> {
  const disk = stage.disks.copyOf(scene.disk)
  const told = { flow: scene.flow, ...cut }
  try {
    const first = await started(disk, stage)
    const heard = await untilGone(scene, cut, first)
    const machine = await started(disk, stage)
    try {
      return { ...told, faults: await gone(scene, heard, { machine, stage }) }
    } finally {
      await machine.kill()
    }
  } catch (error) {
    return { ...told, faults: [String(error)] }
  } finally {
    stage.disks.drop(disk)
  }
}

/** Plays until the power goes; tells what was acknowledged by then. */
async function untilGone(scene: Scene, cut: PowerCut, machine: Machine): Promise<Hands> {
  const hands = new Hands(machine.town)
  try {
    await machine.cutAt(cut)
    await scene.doing(hands)
    // The last write may be one that nobody waits for.
    await Promise.race([machine.gone, new Promise((resolve) => setTimeout(resolve, 2000))])
    if (!machine.isGone) throw new Error(`${await machine.writes()} writes, and the power is on`)
  } catch (error) {
    if (!(error instanceof PowerGone)) throw error
  } finally {
    await machine.kill()
  }
  return hands
}

/** All is as it was acknowledged, the flow goes on, and ends as if nothing had happened. */
async function gone(
  scene: Scene,
  heard: Hands,
  { machine, stage }: { machine: Machine; stage: Stage },
): Promise<string[]> {
  const hands = new Hands(machine.town)
  const audit = new Audit(stage.offers, scene.deeds)
  const missing = missingIn(await audit.look(machine), heard.acknowledged)
  const changed = await changedOf(heard.acknowledged, hands)
  await audit.look(machine)
  await scene.doing(hands)
  for (const deed of [...heard.deeds, ...hands.deeds]) audit.witness(deed)
  const sums = await audit.rest(machine)
  return [...missing, ...changed, ...audit.faults, ...differences(scene.sums, sums)]
}

/** Wishes that are refused now, or granted as something else. */
async function changedOf(acknowledged: readonly Acknowledged[], hands: Hands): Promise<string[]> {
  const changed: string[] = []
  for (const { who, name, input, result } of acknowledged.filter(isWish)) {
    const [before, now] = [result, await hands.ask(who, name, input)].map((answer) =>
      documentsIn(answer).map(({ _id }) => _id),
    )
    if (!isDeepStrictEqual(before, now)) {
      changed.push(`${name} was answered with ${String(before)}, and now ${String(now)}`)
    }
  }
  return changed
}

/** The auditor, who comes to look before and after. */
class Audit {
  private readonly auditor: Auditor

  constructor(
    private readonly offers: Offers,
    deeds: readonly StaffDeed[],
  ) {
    this.auditor = new Auditor(new PriceList(offers, START))
    for (const deed of deeds) this.auditor.witness(deed)
  }

  get faults(): string[] {
    return this.auditor.violations.map(({ rule, about, says }) => `${rule}: ${about} ${says}`)
  }

  witness(deed: StaffDeed): void {
    this.auditor.witness(deed)
  }

  async look({ town }: Machine): Promise<Books> {
    const books = await town.books()
    this.auditor.look(books)
    return books
  }

  /** Everything comes to rest; then nothing may be left to do. */
  async rest({ town }: Machine): Promise<Sums> {
    this.auditor.look(await town.books())
    await town.moveTo(EVENING + QUIET)
    await countReviews(town, this.offers)
    const books = await town.books()
    this.auditor.look(books)
    this.auditor.close(books)
    return sumsOf(books)
  }
}
