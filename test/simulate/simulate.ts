/** Plays seeds in a mode and tells what became of them. */
import { readFileSync } from 'node:fs'
import { readPlan, type FaultPlan } from '../../emulator/faults/rates'
import { readSchema } from '../../emulator/store/schema'
import { Auditor, type Violation } from './auditor/auditor'
import type { Books } from './auditor/books'
import { PriceList } from './auditor/price-list'
import type { Opening, Town } from './cloud/town'
import { RealCloud } from './cloud/real-town'
import { bundleFunctions } from './fast/bundle'
import { openFastTown } from './fast/fast-town'
import { outcomeOf, type Outcome } from './play/outcome'
import { play, type Played } from './play/play'
import { shrink } from './play/shrink'
import { stateOf } from './play/state'
import { weatherOf } from './play/weather'
import { planStreet, type Plan, type Scale } from './street/plan'
import { isByChance, sentenceOf, type Step } from './street/step'
import { sabotages } from './sabotages'

/** How to simulate. */
export interface Wish extends Scale {
  /** Seeds `seed`, `seed + 1`, … */
  readonly seeds: number
  readonly mode: 'fast' | 'real'
  /** Names of the faults that happen; all of the usual weather if nothing is said. */
  readonly faults: readonly string[] | undefined
  /** So many times as rough as usual. */
  readonly storm: number
  /** A rule that is broken on purpose, by its name. */
  readonly sabotage: string | undefined
  /** Whether the state in which each seed ends is told. */
  readonly tellsState: boolean
  /** Whether all that is written down at its end is told. */
  readonly tellsBooks?: boolean
  /** Whether a history that goes wrong is narrowed down. */
  readonly narrows: boolean
  /** Nobody rushes, and nobody orders what they won: chance is the same in no two modes. */
  readonly inTurn: boolean
}

/** What became of a seed. */
export interface Report extends Played {
  readonly seed: number
  readonly looks: number
  /** What came about among members. */
  readonly outcome: Outcome
  /** The smallest history that shows the first violation; nothing when there is none. */
  readonly history?: readonly string[]
  /** The faults without which it would not show. */
  readonly needs?: readonly string[]
  readonly state?: Readonly<Record<string, unknown>>
  readonly books?: Books
}

/** Opens towns, one after another. */
interface Cloud {
  readonly open: (opening: Opening) => Promise<Town>
  readonly close: () => Promise<void>
}

/** Narrowing down may take so long. */
const PATIENCE = { tries: 300, ms: 240_000 }

/** Plays every seed; ends after the first one that goes wrong. */
export async function simulate(wish: Wish, tell: (report: Report) => void): Promise<void> {
  const cloud = await openCloud(wish)
  try {
    for (let seed = wish.seed; seed < wish.seed + wish.seeds; seed += 1) {
      const report = await playSeed({ ...wish, seed }, cloud)
      tell(report)
      if (report.violations.length > 0) return
    }
  } finally {
    await cloud.close()
  }
}

async function openCloud({ mode, sabotage }: Wish): Promise<Cloud> {
  if (mode === 'real') {
    if (sabotage !== undefined) throw new Error('Only the fast mode can break a rule on purpose.')
    const cloud = await RealCloud.start()
    return { open: (opening) => cloud.open(opening), close: () => cloud.close() }
  }
  const schema = readSchema(readFileSync('cloudfunctions/database.json', 'utf8'))
  const broken = sabotages.find(({ name }) => name === sabotage)
  if (sabotage !== undefined && !broken) throw new Error(`There is no sabotage "${sabotage}".`)
  const bundles = await bundleFunctions(broken)
  return {
    open: (opening) => Promise.resolve(openFastTown({ ...opening, bundles, schema })),
    close: () => Promise.resolve(),
  }
}

interface Playing {
  readonly cloud: Cloud
  readonly plan: Plan
  readonly faults: FaultPlan
  readonly steps: readonly Step[]
}

function withoutRush({ rush: _, ...step }: Step): Step {
  return step
}

async function playOnce({ cloud, plan, faults, steps }: Playing) {
  const auditor = new Auditor(new PriceList(plan.offers, plan.start))
  const town = await cloud.open({ at: plan.start, everyHour: (books) => auditor.look(books) })
  try {
    const played = await play({ town, auditor, plan, faults, steps })
    return { played, looks: auditor.looks, books: await town.books() }
  } finally {
    await town.close()
  }
}

async function playSeed(wish: Wish, cloud: Cloud): Promise<Report> {
  const { seed } = wish
  const plan = planStreet(wish)
  const inTurn = () => plan.plan.filter((step) => !isByChance(step)).map(withoutRush)
  const steps = wish.inTurn ? inTurn() : plan.plan
  const faults = weatherOf(seed, { only: wish.faults, storm: wish.storm, inTurn: wish.inTurn })
  const { played, looks, books } = await playOnce({ cloud, plan, faults, steps })
  const [first] = played.violations
  return {
    ...{ seed, looks, ...played, outcome: outcomeOf(books) },
    ...(first && (await historyOf(wish, { cloud, plan, faults, steps }, first))),
    ...(wish.tellsState && { state: stateOf(books) }),
    ...(wish.tellsBooks && { books }),
  }
}

/** The history that shows a violation, narrowed down if there is time for it. */
async function historyOf({ narrows }: Wish, playing: Playing, first: Violation) {
  return narrows ? smallest(playing, first) : { history: playing.steps.map(sentenceOf) }
}

/** The fewest faults and the fewest steps that still break the same rule. */
async function smallest(playing: Playing, { rule, at }: Violation) {
  const { plan, steps: all } = playing
  const wrong = async (changed: Partial<Playing>): Promise<boolean> => {
    const { played } = await playOnce({ ...playing, ...changed })
    return played.violations.some((violation) => violation.rule === rule)
  }
  const before = all.filter((step) => plan.start + step.at <= at)
  const steps = (await wrong({ steps: before })) ? before : all
  const faults = await fewestFaults(playing.faults, (fewer) => wrong({ faults: fewer, steps }))
  const left = await shrink(steps, (fewer) => wrong({ faults, steps: fewer }), {
    groupOf: ({ who }) => who ?? '',
    patience: PATIENCE,
  })
  const needs = Object.entries(faults.rates).flatMap(([name, rate]) => (rate > 0 ? [name] : []))
  return { history: left.map(sentenceOf), needs }
}

async function fewestFaults(
  plan: FaultPlan,
  isWrong: (plan: FaultPlan) => Promise<boolean>,
): Promise<FaultPlan> {
  const calm = readPlan({ seed: plan.seed })
  if (await isWrong(calm)) return calm
  let left = plan
  for (const [name, rate] of Object.entries(plan.rates)) {
    if (rate === 0) continue
    const fewer = { ...left, rates: { ...left.rates, [name]: 0 } }
    if (await isWrong(fewer)) left = fewer
  }
  return left
}
