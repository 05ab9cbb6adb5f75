/** Somebody else’s wish, sent by every role, with all that one can claim to be. */
import { isDeepStrictEqual } from 'node:util'
import { functionOf, type ActionName } from '@domain/functions'
import { Follower, lasting, nameOf, type Change } from '../changes'
import type { SmallShop } from '../small-shop'
import { wishes } from '../wishes'
import { owners, type Row } from './owners'

/** Who attacks, by role. */
export type Attackers = Readonly<Record<string, string>>

interface Answer {
  readonly result?: unknown
  readonly error?: { readonly code: string }
}

/** What somebody says of themselves where nobody should listen. */
const claimsOf = (openid: string) => ({
  ...{ openid, OPENID: openid, FROM_OPENID: openid, memberId: openid, 'x-openid': openid },
  ...{ userInfo: { openId: openid }, headers: { 'x-openid': openid, 'x-wx-openid': openid } },
})

/** What one role made of somebody’s wish. */
interface Attempt {
  readonly role: string
  readonly owner: string
  readonly answer: Answer
  readonly written: readonly Change[]
  /** What the same call is answered without any claims, where nothing was written. */
  readonly honest: Answer | undefined
}

/** Lets every attacker send a wish of somebody else’s, and tells what got through. */
export async function foreignWish(
  small: SmallShop,
  name: ActionName,
  attackers: Attackers,
): Promise<readonly string[]> {
  const { openid: owner, input: own } = await wishes[name](small)
  // An address may say a name: what is looked for is whose things they are.
  const input: unknown = JSON.parse(JSON.stringify(own).replaceAll(owner, 'somebody'))
  const follower = new Follower(small.shop)
  await follower.written()
  const send = (openid: string, claims: object) =>
    small.shop.callRaw<Answer>(openid, functionOf[name], { ...claims, name, input })
  const found: string[] = []
  for (const [role, openid] of Object.entries(attackers)) {
    const answer = await send(openid, claimsOf(owner))
    const written = lasting(await follower.written())
    const honest = written.length === 0 ? await send(openid, {}) : undefined
    await follower.written()
    found.push(...breaches(owners[name], { role, owner, answer, written, honest }))
  }
  const { error } = await send(owner, {})
  if (error) found.push(`its owner is refused afterwards: ${error.code}`)
  return found
}

function breaches({ whose, refusals = [] }: Row, attempt: Attempt): readonly string[] {
  const { role, owner, answer, written, honest } = attempt
  const told = answer.error?.code
  const found: string[] = []
  if (whose === 'owner') {
    if (!refusals.some((code) => code === told)) found.push(`${role} is told ${told ?? 'all'}`)
    if (written.length > 0) found.push(`${role} wrote ${written.map(nameOf).join(', ')}`)
    return found
  }
  if (told === 'broken' || told === 'busy') found.push(`${role} is told ${told}`)
  if (whose === 'everybody' && written.length > 0) {
    found.push(`${role} wrote ${written.map(nameOf).join(', ')}`)
  }
  const theirs = written.filter((change) => mentions(change, owner))
  if (theirs.length > 0) found.push(`${role} wrote ${theirs.map(nameOf).join(', ')} of ${owner}`)
  if (mentions(answer, owner)) found.push(`${role} learns of ${owner}`)
  if (honest && !isDeepStrictEqual(honest, answer)) {
    found.push(`${role} is answered otherwise when claiming to be ${owner}`)
  }
  return found
}

/** Whether somebody is named anywhere in it. */
const mentions = (value: unknown, openid: string): boolean =>
  new RegExp(`${openid}(?!\\d)`).test(JSON.stringify(value))
