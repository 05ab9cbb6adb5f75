import { fail } from '@domain/failure'
import { remindAtOf, type Reminder } from '@domain/flashsale/reminder'
import type { SaleId } from '@domain/ids'
import { shopTime, type Instant } from '@domain/time'
import { inBatches } from '../kit/batches'
import { _ } from '../kit/cloud'
import { deals, reminders, shops } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { sendMessage } from '../kit/messages'
import type { Caller } from '../kit/serve'
import type { Job } from '../timer/job'

/** Reminders a batch. */
const BATCH = 100

/** Notes that a member wishes to hear of a session before it starts. Two SDK calls. */
export async function remindOf(
  { saleId, startsAt }: { saleId: SaleId; startsAt: Instant },
  { memberId, now }: Caller,
) {
  const [deal] = await deals.find({ kind: 'flash', saleId, startsAt }, { limit: 1 })
  if (!deal) return fail('deal_unknown')
  if (now >= startsAt) return fail('deal_over')
  const reminder: Reminder = {
    _id: `${saleId}.${startsAt}.${memberId}`,
    memberId,
    saleId,
    name: deal.name,
    startsAt,
    remindAt: remindAtOf(startsAt, now),
    trouble: null,
  }
  // Asked again, the reminder that is there stands: it goes out once.
  await reminders.add(reminder)
  return { remindAt: remindAtOf(startsAt, now) }
}

/** Sends the reminders that are due. */
export const sendReminders: Job = {
  due: (now) => [{ in: reminders, where: unsent(now) }],
  work: async ({ now, hasTime }) => {
    const templateId = (await shops.get('shop'))?.templates.flashStart
    if (!templateId) return 0
    return inBatches({
      next: () => reminders.find(unsent(now), { limit: BATCH }),
      each: (reminder) => send(reminder, templateId),
      trouble: (error) => log('reminder_waits', { reason: reasonOf(error) }),
      hasTime,
    })
  },
}

const unsent = (now: Instant) => ({ remindAt: _.lte(now) })

/**
 * The reminder is marked as gone before it goes: one that is lost in between is better than one
 * that comes twice and takes a second consent.
 */
async function send({ _id, memberId, name, startsAt, remindAt }: Reminder, templateId: string) {
  if (!(await reminders.changeIf(_id, { remindAt }, { remindAt: null }))) return
  const refused = await sendMessage({
    templateId,
    to: memberId,
    page: 'pages/flashsale/sessions/index',
    values: {
      thing1: name.slice(0, 20),
      time2: shopTime(startsAt, 'YYYY年M月D日 HH:mm'),
      thing3: '数量不多，记得准时来',
    },
  })
  if (refused !== undefined) await reminders.changeIf(_id, {}, { trouble: refused })
}
