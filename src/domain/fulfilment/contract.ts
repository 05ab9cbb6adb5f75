import * as z from 'zod'
import { action, id, moment, requestId } from '../contract'
import type { OrderView } from '../orders/contract'
import { CODE_DIGITS, courierCompanies } from '../orders/delivery'

/** What waits for staff: parcels to ship, goods to be picked up, requests to answer. */
export const queues = ['ship', 'pick-up', 'after-sale'] as const
export type Queue = (typeof queues)[number]

/** Orders of a page of a queue. */
export const QUEUE_PAGE = 20

const code = z.string().regex(new RegExp(`^\\d{${CODE_DIGITS}}$`), 'not a verification code')

/** A parcel's number: letters, digits and dashes. */
const parcelNumber = z.string().regex(/^[A-Za-z0-9-]{6,40}$/, 'not a parcel number')

/** An order as staff sees it. */
export type StaffOrder = OrderView

/** 发货 and 核销: handing out what was paid. */
export const fulfilmentContract = {
  /** How much waits in each queue. */
  'fulfilment.desk': action({
    input: z.strictObject({}),
    output: z.custom<Readonly<Record<Queue, number>>>(),
    fails: ['role_missing'],
  }),
  /** Orders of a queue, the longest waiting first; `after` is the `placedAt` of the last one. */
  'fulfilment.list': action({
    input: z.strictObject({ queue: z.enum(queues), after: moment.optional() }),
    output: z.custom<{ orders: readonly StaffOrder[]; more: boolean }>(),
    fails: ['role_missing'],
  }),
  /** Any order, as it stands now. */
  'fulfilment.see': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ order: StaffOrder }>(),
    fails: ['role_missing', 'order_unknown'],
  }),
  /** Ships an order. Safe to repeat. */
  'fulfilment.ship': action({
    input: z.strictObject({
      requestId,
      orderId: id<'order'>(),
      company: z.enum(courierCompanies),
      number: parcelNumber,
    }),
    output: z.custom<{ order: StaffOrder }>(),
    fails: ['role_missing', 'request_reused', 'order_unknown', 'order_cannot', 'busy'],
  }),
  /** What a verification code stands for, before it is used. */
  'fulfilment.find': action({
    input: z.strictObject({ code }),
    output: z.custom<{ order: StaffOrder }>(),
    fails: ['role_missing', 'code_unknown'],
  }),
  /** Uses a verification code: the goods are handed out. The second time it is refused. */
  'fulfilment.verify': action({
    input: z.strictObject({ requestId, code }),
    output: z.custom<{ order: StaffOrder }>(),
    fails: [
      'role_missing',
      'request_reused',
      'order_unknown',
      'code_unknown',
      'order_cannot',
      'code_used',
      'busy',
    ],
  }),
}
