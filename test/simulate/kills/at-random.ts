/** A busy street, and somebody who pulls the plug at moments that the dice choose. */
import { randomStream } from '../../../emulator/faults/random'
import { NO_FAULTS } from '../../../emulator/faults/rates'
import { Auditor } from '../auditor/auditor'
import { PriceList } from '../auditor/price-list'
import { play } from '../play/play'
import { planStreet } from '../street/plan'
import type { Step } from '../street/step'
import type { Stage } from './every-write'
import { PluggedTown } from './plug'

/** What became of one street. */
export interface Evening {
  readonly seed: number
  readonly kills: number
  /** Steps of shoppers. */
  readonly steps: number
  /** Answers that were compared with what was there after a start. */
  readonly compared: number
  readonly faults: readonly string[]
}

/** How much happens: a street of these many days and steps, until the plug was pulled so often. */
export interface Load {
  readonly seed: number
  readonly days: number
  readonly steps: number
  readonly kills: number
}

/** The plug stays in for so many answers at most, or for so long while there are none. */
const MOST_ANSWERS = 40
const LIT_MS = 4000

/** Then it is pulled within so long, in the middle of whatever goes on. */
const SOON_MS = 60

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Plays a street on which everybody who can does something at the same time. */
export async function killedAtRandom(
  { kills, ...scale }: Load,
  { disks, functions }: Pick<Stage, 'disks' | 'functions'>,
): Promise<Evening> {
  const plan = planStreet(scale)
  const disk = disks.copyOf()
  const town = new PluggedTown({ folder: disk, functions, at: plan.start })
  const auditor = new Auditor(new PriceList(plan.offers, plan.start))
  const evening = { isOver: false }
  const pulling = pullAtRandom(town, { ...scale, kills, evening })
  try {
    const steps = sideBySide(plan.plan)
    const played = await play({ town, auditor, plan, faults: NO_FAULTS, steps })
    evening.isOver = true
    await pulling
    const violations = played.violations.map(({ rule, about, says }) => `${rule}: ${about} ${says}`)
    return {
      ...{ seed: scale.seed, kills: town.kills, steps: played.steps, compared: town.compared },
      faults: [...town.faults, ...violations],
    }
  } finally {
    evening.isOver = true
    await pulling.catch(() => undefined)
    await town.close()
    disks.drop(disk)
  }
}

/** Pulls the plug again and again, once the street is busy, until the evening is over. */
async function pullAtRandom(
  town: PluggedTown,
  {
    seed,
    kills,
    evening,
  }: Pick<Load, 'seed' | 'kills'> & { readonly evening: { readonly isOver: boolean } },
): Promise<void> {
  const roll = randomStream(seed, 'plug')
  await town.isBusy
  while (town.kills < kills) {
    const until = town.answers + Math.floor(roll() * MOST_ANSWERS)
    const latest = performance.now() + LIT_MS
    while (town.answers < until && performance.now() < latest && !evening.isOver) await wait(2)
    await wait(roll() * SOON_MS)
    if (evening.isOver) return
    await town.pull()
  }
}

/** Everybody does the first thing of a moment at once, then the second, and so on. */
function sideBySide(steps: readonly Step[]): Step[] {
  const before = new Map<string, number>()
  return steps.map((step) => {
    const key = `${step.at} ${step.who ?? ''}`
    const place = before.get(key) ?? 0
    before.set(key, place + 1)
    return { ...step, rush: place }
  })
}
