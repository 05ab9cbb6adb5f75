import { fail, hasFailed, type Failure } from '@domain/failure'
import type { Profile } from '@domain/members/member'
import { openapi } from '../kit/cloud'
import type { Caller } from '../kit/serve'
import { changeMember } from './change'

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

/**
 * Keeps the telephone number of a code that the phone was given by WeChat. A code is good once,
 * for five minutes. Three SDK calls.
 */
export async function keepPhone(
  { code }: { readonly code: string },
  caller: Caller,
): Promise<{ readonly profile: Profile } | Failure<'phone_refused'>> {
  const phone = await phoneOf(code)
  return hasFailed(phone) ? phone : changeProfile({ phone }, caller)
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
