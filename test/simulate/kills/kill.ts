/** Kills the local cloud at every write of every flow, and at random; tells what it took. */
import { crowd } from '../../harness/crowd'
import { killedAtRandom, type Evening } from './at-random'
import {
  cutOnce,
  cutsOf,
  openedDisk,
  sceneOf,
  type Cut,
  type Scene,
  type Stage,
} from './every-write'
import type { Flow } from './flow'
import { Disks } from './machine'
import { brokenFunctions } from './sabotages'
import { offersOf } from './street'

/** What is to be killed, and how often. */
export interface Wish {
  readonly flows: readonly Flow[]
  /** Only every so-manieth cut of each flow, the first one always. */
  readonly every: number
  /** Kills at random moments. */
  readonly random: number
  readonly seed: number
  /** Machines side by side. */
  readonly cores: number
  readonly sabotage: string | undefined
}

/** What became of a flow. */
export interface FlowTold {
  readonly flow: string
  readonly writes: number
  readonly kills: number
  readonly faults: readonly string[]
}

export interface Report {
  readonly flows: readonly FlowTold[]
  readonly streets: readonly Evening[]
  readonly seconds: number
}

/** Hears of something that is over. */
type Tell = (line: string) => void

/** A street of so many days and steps is long enough for so many kills. */
const STREET = { days: 6, steps: 600, kills: 50 }

/** Does it all. */
export async function kill(wish: Wish, tell: Tell): Promise<Report> {
  const began = performance.now()
  const disks = new Disks()
  try {
    const functions =
      wish.sabotage === undefined
        ? 'dist/cloudfunctions'
        : await brokenFunctions(wish.sabotage, disks.functions)
    const stage = { disks, functions, offers: offersOf(wish.seed) }
    const flows = wish.flows.length === 0 ? [] : await atWrites(wish, stage, tell)
    const streets = await atRandom(wish, stage, tell)
    return { flows, streets, seconds: (performance.now() - began) / 1000 }
  } finally {
    disks.close()
  }
}

async function atWrites(wish: Wish, stage: Stage, tell: Tell): Promise<FlowTold[]> {
  const opened = await openedDisk(stage)
  const scenes = await crowd(wish.flows, wish.cores, (flow) => sceneOf(flow, opened, stage))
  const cuts = scenes.flatMap((scene) =>
    cutsOf(scene)
      .filter((_, n) => n % wish.every === 0)
      .map((cut) => ({ scene, cut })),
  )
  const left = new Map<Scene, number>()
  for (const { scene } of cuts) left.set(scene, (left.get(scene) ?? 0) + 1)
  const done: Cut[] = []
  await crowd(cuts, wish.cores, async ({ scene, cut }) => {
    done.push(await cutOnce(scene, cut, stage))
    left.set(scene, (left.get(scene) ?? 0) - 1)
    if (left.get(scene) === 0) tellFlow(toldOf(scene, done), tell)
  })
  return scenes.map((scene) => toldOf(scene, done))
}

function toldOf({ flow, writes, faults }: Scene, done: readonly Cut[]): FlowTold {
  const own = done.filter((cut) => cut.flow === flow)
  const found = own.flatMap(({ at, when, faults: some }) =>
    some.map((fault) => `${flow}, killed ${when} write ${at}: ${fault}`),
  )
  const calm = faults.map((fault) => `${flow}, without a kill: ${fault}`)
  return { flow, writes, kills: own.length, faults: [...calm, ...found] }
}

function tellFlow({ flow, writes, kills, faults }: FlowTold, tell: Tell): void {
  tell(`${flow}: ${writes} writes, ${kills} kills, faults: ${faults.length}`)
  for (const fault of faults) tell(`  ${fault}`)
}

/** Streets one after another on each core, until there were enough kills. */
async function atRandom(wish: Wish, { disks, functions }: Stage, tell: Tell): Promise<Evening[]> {
  const streets: Evening[] = []
  let [left, seed] = [wish.random, wish.seed]
  const cores = Array.from({ length: wish.cores }, (_, core) => core)
  await crowd(cores, wish.cores, async () => {
    while (left > 0) {
      const kills = Math.min(STREET.kills, left)
      left -= kills
      const load = { ...STREET, kills, seed: seed++ }
      const street = await killedAtRandom(load, { disks, functions })
      left += kills - street.kills
      streets.push(street)
      tell(
        `street ${street.seed}: ${street.steps} steps, ${street.kills} kills, ` +
          `${street.compared} answers compared, faults: ${street.faults.length}`,
      )
      for (const fault of street.faults) tell(`  ${fault}`)
    }
  })
  return streets
}
