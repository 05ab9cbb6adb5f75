import * as z from 'zod'
import { action, id, moment, requestId, words } from '../contract'
import type { StaffOrder } from '../fulfilment/contract'
import type { OrderView } from '../orders/contract'
import { MOST_LINES, MOST_PIECES } from '../orders/order'
import type { FileId } from '../ids'
import { afterSaleReasons, MOST_AFTER_SALES, MOST_PICTURES } from './afterSale'

const no = z.int().min(1).max(MOST_AFTER_SALES)

const pieces = z
  .array(
    z.strictObject({
      line: z
        .int()
        .min(0)
        .max(MOST_LINES - 1),
      quantity: z.int().min(1).max(MOST_PIECES),
    }),
  )
  .min(1)
  .max(MOST_LINES)
  .refine(
    (asked) => new Set(asked.map(({ line }) => line)).size === asked.length,
    'a line stands twice',
  )

/** A picture that the phone put into the folder for requests. */
const picture = z.custom<FileId>(
  (value) =>
    typeof value === 'string' &&
    /^cloud:\/\/[\w.-]{1,120}\/after-sale\/[\w-]{1,80}\.(jpg|jpeg|png|webp|gif)$/.test(value),
  'not a picture of a request',
)

/** 售后, as the shopper sees it. */
export const aftersaleContract = {
  /** Asks money back for some pieces; staff grants or refuses it. Safe to repeat. */
  'aftersale.request': action({
    input: z.strictObject({
      requestId,
      orderId: id<'order'>(),
      pieces,
      reason: z.enum(afterSaleReasons),
      words: words(200),
      pictures: z.array(picture).max(MOST_PICTURES),
    }),
    output: z.custom<{ order: OrderView }>(),
    fails: [
      'request_reused',
      'order_unknown',
      'order_cannot',
      'after_sale_over',
      'pieces_short',
      'busy',
    ],
  }),
  /** Takes a request back that was not answered yet. */
  'aftersale.withdraw': action({
    input: z.strictObject({ requestId, orderId: id<'order'>(), no }),
    output: z.custom<{ order: OrderView }>(),
    fails: [
      'request_reused',
      'order_unknown',
      'after_sale_unknown',
      'order_cannot',
      'after_sale_cannot',
      'busy',
    ],
  }),
}

/** 售后, as staff sees it. */
export const aftersaleStaffContract = {
  /** Grants or refuses a request. What was granted goes back at once. */
  'aftersale.answer': action({
    input: z
      .strictObject({
        requestId,
        orderId: id<'order'>(),
        no,
        verdict: z.enum(['approve', 'refuse']),
        words: words(200),
      })
      .refine(
        ({ verdict, words: said }) => verdict === 'approve' || said !== '',
        'a refusal gives its reason',
      ),
    output: z.custom<{ order: OrderView }>(),
    fails: [
      'role_missing',
      'request_reused',
      'order_unknown',
      'after_sale_unknown',
      'order_cannot',
      'after_sale_cannot',
      'busy',
    ],
  }),
  /**
   * Orders with requests that were answered, whatever became of the orders, the newest first;
   * `before` is the `placedAt` of the last one.
   */
  'aftersale.list': action({
    input: z.strictObject({ before: moment.optional() }),
    output: z.custom<{ orders: readonly StaffOrder[]; more: boolean }>(),
    fails: ['role_missing'],
  }),
}
