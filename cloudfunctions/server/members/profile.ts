import { setTimeout as wait } from 'node:timers/promises'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { MemberId } from '@domain/ids'
import type { Profile } from '@domain/members/member'
import { isGranted, noteGranted, type Request } from '@domain/requests'
import { openapi } from '../kit/cloud'
import { members } from '../kit/collections'
import { wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { counted } from '../limits/count'
import { changeMember, completeMember } from './change'

/** Changes what the caller says of themselves; what is left out stays. Two SDK calls. */
export async function changeProfile(
  changes: Partial<Profile>,
  { memberId }: Caller,
): Promise<{ readonly profile: Profile }> {
  const isNothing = Object.keys(changes).length === 0
  const { profile } = await changeMember(memberId, (member) =>
    isNothing ? member : { ...member, profile: { ...member.profile, ...changes } },
  )
  return { profile }
}

interface Phoning {
  readonly requestId: string
  readonly code: string
}

/**
 * Keeps the telephone number of a code that the phone was given by WeChat. A code is good once, for
 * five minutes: a repeat is answered without it, and WeChat bills each number that it tells. Five
 * SDK calls, seven for the first one in an hour, one for a repeat.
 */
export async function keepPhone(
  { requestId, code }: Phoning,
  caller: Caller,
): Promise<
  { readonly profile: Profile } | Failure<'request_reused' | 'phone_refused' | 'tries_over'>
> {
  const { memberId, now } = caller
  const request = { requestId, wish: wishOf('members.phone', code) }
  const kept = await keptBefore(memberId, request)
  if (kept) return kept
  const refused = await counted('phone', caller)
  if (refused) return refused
  const phone = await phoneOf(code)
  if (hasFailed(phone)) return (await keptByTwin(memberId, request)) ?? phone
  const { profile } = await changeMember(memberId, (member) => ({
    ...member,
    profile: { ...member.profile, phone },
    requests: noteGranted(member.requests, request, now),
  }))
  return { profile }
}

/** What a request was answered before; nothing where it was not. */
async function keptBefore(
  memberId: MemberId,
  request: Request,
): Promise<{ readonly profile: Profile } | Failure<'request_reused'> | undefined> {
  const { profile, requests } = completeMember(memberId, await members.get(memberId))
  const repeated = isGranted(requests, request)
  if (!repeated) return undefined
  return hasFailed(repeated) ? repeated : { profile }
}

/** How often, and after which pause, one looks whether a twin of the call kept the number. */
const LOOKS = 3
const PAUSE_MS = 150

/** WeChat refuses a code too that a twin of this call has used, and may be about to write down. */
async function keptByTwin(memberId: MemberId, request: Request) {
  for (let look = 0; look < LOOKS; look += 1) {
    const kept = await keptBefore(memberId, request)
    if (kept) return kept
    await wait(PAUSE_MS)
  }
  return undefined
}

async function phoneOf(code: string): Promise<string | Failure<'phone_refused'>> {
  try {
    const { phoneInfo } = (await openapi.phonenumber.getPhoneNumber({ code })) as {
      phoneInfo: { readonly purePhoneNumber: string }
    }
    return phoneInfo.purePhoneNumber
  } catch (error) {
    const refused: unknown = Reflect.get(Object(error), 'errCode')
    // A refusal has WeChat's own positive code; the SDK's troubles are negative.
    if (typeof refused === 'number' && refused > 0) return fail('phone_refused', { code: refused })
    throw error
  }
}
