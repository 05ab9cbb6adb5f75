/** Visits by links: somebody shares, friends open and share on, and some of them buy. */
import type { Moment } from './calendar'
import type { Person } from './plan'
import type { GuideAct, SharedThing } from './step'
import type { Visiting } from './visits'

/** What somebody does, and when; what would come after the plan's end is left out. */
export interface Doing {
  readonly person: Person
  readonly act: GuideAct
  readonly at: Moment | undefined
}

/** What comes of a link that was shared: doings, and who goes on to buy something. */
export interface Shared {
  readonly doings: readonly Doing[]
  readonly buyers: readonly { readonly person: Person; readonly when: Moment }[]
}

/** How often who shares is a guide. */
const BY_GUIDES = 0.8

const channels = ['chat', 'moments', 'poster', 'code', 'wecom'] as const

/** Who works as a guide: the first people of the street. */
export const guidesOf = ({ people, offers }: Pick<Visiting, 'people' | 'offers'>) =>
  people.slice(0, offers.guiding.guides.length)

/** Somebody shares something; friends open it, and one of them shares it on. */
export function sharing(visiting: Visiting, when: Moment): Shared {
  const { dice, people, calendar, number } = visiting
  const sharer = dice.chance(BY_GUIDES) ? dice.one(guidesOf(visiting)) : dice.one(people)
  const friends = Array.from({ length: dice.whole(1, 3) }, () => dice.one(people))
  const [link, target, channel] = [`~${number}`, thing(visiting), dice.one(channels)]
  const shares = (person: Person, name: string, at: Moment | undefined): Doing => ({
    ...{ person, at },
    act: { do: 'share', link: name, target, channel },
  })
  const [friend] = friends
  const passedOn = calendar.later(when, 4)
  // A guide may come back by a friend's link to their own.
  const next = dice.chance(0.3) ? sharer : dice.one(people)
  const chain =
    friend && passedOn && dice.chance(0.5)
      ? [
          { doings: [shares(friend, `${link}.1`, passedOn)], buyers: [] },
          opening(visiting, { person: next, link: `${link}.1`, since: passedOn }),
        ]
      : []
  return together([
    { doings: [shares(sharer, link, when)], buyers: [] },
    ...friends.map((person) => opening(visiting, { person, link, since: when })),
    ...chain,
    ...(dice.chance(0.1) ? [opening(visiting, { person: sharer, link, since: when })] : []),
    ...(dice.chance(0.1) ? [tampering(visiting, link, when)] : []),
  ])
}

const together = (parts: readonly Shared[]): Shared => ({
  doings: parts.flatMap(({ doings }) => doings),
  buyers: parts.flatMap(({ buyers }) => buyers),
})

function thing({ dice, offers }: Visiting): SharedThing {
  const kind = dice.one(['home', 'product', 'deal', 'store'] as const)
  if (kind === 'product') return { kind, id: dice.one(offers.goods).id }
  if (kind === 'deal') return { kind, id: dice.one([...offers.teams, ...offers.ladders]).id }
  return kind === 'store' ? { kind, id: dice.one(offers.stores) } : { kind }
}

interface Opening {
  readonly person: Person
  readonly link: string
  readonly since: Moment
}

/** Soon or some days later, perhaps twice; half of them buy right after it. */
function opening({ dice, calendar }: Visiting, { person, link, since }: Opening): Shared {
  const at = dice.chance(0.7)
    ? calendar.later(since, dice.whole(1, 3))
    : calendar.nextWhile(since, dice.whole(1, 4), dice)
  if (!at) return together([])
  const act = { do: 'open a link', link } as const
  const again = dice.chance(0.15) ? [{ person, act, at: calendar.later(at, 3) }] : []
  const when = calendar.later(at, 1)
  return {
    doings: [{ person, act, at }, ...again],
    buyers: when && dice.chance(0.5) ? [{ person, when }] : [],
  }
}

/** Somebody tries a token that they made up from a real one. */
function tampering({ dice, people, calendar }: Visiting, link: string, when: Moment): Shared {
  const act = { do: 'open a link', link, isTampered: true } as const
  return { doings: [{ person: dice.one(people), act, at: calendar.later(when, 1) }], buyers: [] }
}
