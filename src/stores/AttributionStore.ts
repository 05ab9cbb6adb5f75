import { isId, type LinkId } from '@domain/ids'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { ShareChannel, ShareTarget } from '@domain/attribution/shareLink'
import type { InputOf, OutputOf } from '@domain/api'
import type { Call } from '@/platform/call'
import { newRequestId } from '@/platform/requestId'
import { keep, kept } from '@/platform/storage'
import { isUnsure, Wishes } from './wishes'

/** A link that was opened, and of which the cloud may not know yet. */
type Opening = InputOf<'attribution.open'>

/** Where openings are kept that the cloud could not be told of. */
const KEPT = 'openings'

/** Where it is kept that a guide's chain is passed on. */
const CHAIN = 'chain'

/** More are not kept: whoever opened so many without a network has seen the last ones. */
const MOST_KEPT = 20

/** Where a link leads that was opened. */
export type OpenedLink = OutputOf<'attribution.open'>

/** What a poster shows. */
export type Poster = OutputOf<'attribution.poster'>

/**
 * 溯源 on the phone: links that are passed on, and links that were opened. Nothing of it is shown,
 * so nothing of it is observed.
 */
export class AttributionStore {
  /** Whether a guide's chain is passed on from this phone: a link was opened, or a guide has it. */
  isInChain = kept(CHAIN) === true
  private readonly links = new Map<string, LinkId>()
  private readonly asking = new Map<string, Promise<void>>()
  private telling: Promise<void> | undefined
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {}

  /** The caller's link to something; undefined where the cloud could not be asked. */
  async linkTo(target: ShareTarget, channel: ShareChannel): Promise<LinkId | undefined> {
    await this.prepare(target)
    return this.linkThere(target, channel)
  }

  /** The caller's link, if it has come by now. */
  linkThere(target: ShareTarget, channel: ShareChannel): LinkId | undefined {
    return this.links.get(keyOf(target, channel))
  }

  /** Gets the links by which pages are shared, once for each target. */
  prepare(target: ShareTarget): Promise<void> {
    const key = keyOf(target, 'chat')
    if (this.links.has(key)) return Promise.resolve()
    const underway = this.asking.get(key) ?? this.ask(target).finally(() => this.asking.delete(key))
    this.asking.set(key, underway)
    return underway
  }

  private async ask(target: ShareTarget): Promise<void> {
    const answer = await this.call('attribution.share', { target, channels: ['chat', 'moments'] })
    if (hasFailed(answer)) return
    for (const channel of ['chat', 'moments'] as const) {
      const link = answer.links[channel]
      if (link !== undefined) this.links.set(keyOf(target, channel), link)
    }
  }

  /** Notes that what is shared from here is credited to a guide. */
  joinChain(): void {
    if (this.isInChain) return
    this.isInChain = true
    keep(CHAIN, true)
  }

  /**
   * Tells the cloud that a link was opened. Without a network it is kept on this phone, and told
   * with the next one, so that no touch is lost.
   */
  opened(link: string, scene: number | undefined): Promise<void> {
    if (!isId(link)) return Promise.resolve()
    this.joinChain()
    keep(KEPT, [...openingsKept(), openingOf(link as LinkId, scene)].slice(-MOST_KEPT))
    return this.tellOpenings()
  }

  /** Tells of what was opened before, one after the other, in its order. */
  tellOpenings(): Promise<void> {
    this.telling ??= this.tell().finally(() => {
      this.telling = undefined
    })
    return this.telling
  }

  private async tell(): Promise<void> {
    for (let [first] = openingsKept(); first; [first] = openingsKept()) {
      const { requestId } = first
      const answer = await this.call('attribution.open', first)
      if (hasFailed(answer) && isUnsure(answer)) return
      keep(
        KEPT,
        openingsKept().filter((opening) => opening.requestId !== requestId),
      )
    }
  }

  /** Opens a link by its code and tells where it leads. */
  follow(link: string, scene: number | undefined): Promise<OpenedLink | Failure> {
    if (!isId(link)) return Promise.resolve(fail('link_unknown'))
    this.joinChain()
    return this.wishes.send(link, (requestId) =>
      this.call('attribution.open', { ...openingOf(link as LinkId, scene), requestId }),
    )
  }

  /** What a poster of something shows, with the caller's link. */
  poster(target: ShareTarget): Promise<Poster | Failure> {
    return this.call('attribution.poster', { target })
  }

  /** The mini-program's code of one of the caller's links. */
  code(link: LinkId): Promise<OutputOf<'attribution.code'> | Failure> {
    return this.call('attribution.code', { link })
  }
}

const openingOf = (link: LinkId, scene: number | undefined): Opening => ({
  link,
  requestId: newRequestId(),
  ...(scene !== undefined && { scene }),
})

const keyOf = (target: ShareTarget, channel: ShareChannel): string =>
  `${target.kind}.${'id' in target ? target.id : ''}.${channel}`

/** What lies in storage may be of an older version, or anything. */
function openingsKept(): readonly Opening[] {
  const value = kept(KEPT)
  if (!Array.isArray(value)) return []
  return value.filter(
    (one): one is Opening =>
      typeof one === 'object' && one !== null && 'link' in one && 'requestId' in one,
  )
}
