/** Plays a plan in a town, with an auditor who looks into the books all the while. */
import { NO_FAULTS, type FaultPlan } from '../../../emulator/faults/rates'
import type { Auditor, Violation } from '../auditor/auditor'
import type { Town } from '../cloud/town'
import { QUIET, type Plan } from '../street/plan'
import { CREW, isShoppers, KEEPER, type Step } from '../street/step'
import { Phones } from './phone'

/** What became of a history. */
export interface Played {
  readonly steps: number
  /** How often each call came to what: `orders.place: ok`. */
  readonly happened: Readonly<Record<string, number>>
  readonly hits: Readonly<Record<string, number>>
  readonly violations: readonly Violation[]
  readonly seconds: number
}

/** What a play needs. */
export interface Stage {
  readonly town: Town
  readonly auditor: Auditor
  readonly plan: Plan
  readonly faults: FaultPlan
  /** Which of the plan's steps are played. */
  readonly steps: readonly Step[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Brings the shop in, as its owner. */
export async function openShop(town: Town, file: object): Promise<void> {
  await town.put('staff', { _id: KEEPER, role: 'operator' } as { _id: string })
  await town.put('staff', { _id: CREW, role: 'crew' } as { _id: string })
  const event = { name: 'shopfile.import', input: { file, pictures: {} } }
  const answer = await town.call(KEEPER, 'staff', event)
  if ('error' in answer) throw new Error(`The shop does not open: ${JSON.stringify(answer.error)}`)
}

/** Plays to the end, or to the first violation. */
export async function play({ town, auditor, plan, faults, steps }: Stage): Promise<Played> {
  const started = performance.now()
  let now = plan.start
  const happened: Record<string, number> = {}
  const phones = new Phones(town, plan.seed, {
    heard: (name, outcome) => {
      const key = `${name}: ${outcome}`
      happened[key] = (happened[key] ?? 0) + 1
      auditor.hear(name, outcome, now)
    },
    did: (deed) => auditor.witness(deed),
  })
  await openShop(town, plan.file)
  await town.suffer(faults)
  let hour = Math.floor(plan.start / HOUR)
  for (const moment of momentsOf(steps)) {
    now = plan.start + (moment[0]?.at ?? 0)
    await town.moveTo(now)
    if (Math.floor(now / HOUR) > hour) {
      hour = Math.floor(now / HOUR)
      auditor.look(await town.books())
    }
    if (auditor.violations.length > 0) break
    for (const together of rushesOf(moment))
      await Promise.all(together.map((step) => phones.act(step)))
  }
  const hits = await town.hits()
  if (auditor.violations.length === 0) await comeToRest(town, auditor, plan)
  return {
    ...{ steps: steps.filter(isShoppers).length, happened, hits },
    ...{ violations: auditor.violations, seconds: (performance.now() - started) / 1000 },
  }
}

/** Everything goes well for some days; then nothing may be left to do. */
async function comeToRest(town: Town, auditor: Auditor, plan: Plan): Promise<void> {
  auditor.look(await town.books())
  await town.suffer(NO_FAULTS)
  await town.refunds('succeed')
  const end = plan.start + plan.days * 24 * HOUR
  const { now } = await town.books()
  await town.moveTo(Math.max(now, end) + QUIET)
  await countReviews(town, plan.offers)
  const books = await town.books()
  auditor.look(books)
  auditor.close(books)
}

/** Every live is looked back at once more, now that all of it is over. */
export async function countReviews(
  town: Town,
  { lives }: Pick<Plan['offers'], 'lives'>,
): Promise<void> {
  for (const { id: liveId } of lives) {
    // Whatever does not come of it, the auditor sees.
    await town.call(CREW, 'staff', { name: 'live.recount', input: { liveId } })
  }
}

/** Steps of one instant. */
function momentsOf(steps: readonly Step[]): Step[][] {
  const moments: Step[][] = []
  for (const step of steps) {
    const last = moments.at(-1)
    if (last?.[0]?.at === step.at) last.push(step)
    else moments.push([step])
  }
  return moments
}

/** One after another, but those of a rush side by side. */
function rushesOf(moment: readonly Step[]): Step[][] {
  const groups: Step[][] = []
  const rushes = new Map<number, Step[]>()
  for (const step of moment) {
    const rush = step.rush === undefined ? undefined : rushes.get(step.rush)
    if (rush) rush.push(step)
    else {
      const group = [step]
      groups.push(group)
      if (step.rush !== undefined) rushes.set(step.rush, group)
    }
  }
  return groups
}
