import * as z from 'zod'
import { action, requestId } from '../contract'
import { messageKinds, type MessageKind } from './wallet'

/** A kind of message in the wallet. */
export interface WalletLine {
  readonly kind: MessageKind
  /** WeChat's template to ask for. */
  readonly templateId: string
  /** Messages that may still be sent. */
  readonly allowed: number
}

/** 消息钱包: one consent is one message. */
export const messagesContract = {
  'messages.see': action({
    input: z.strictObject({}),
    output: z.custom<{ readonly lines: readonly WalletLine[] }>(),
    fails: ['shop_unknown'],
  }),
  /** Counts consents that were just given on the phone. Safe to repeat. */
  'messages.consent': action({
    input: z.strictObject({ requestId, kinds: z.array(z.enum(messageKinds)).min(1).max(5) }),
    output: z.custom<{ readonly lines: readonly WalletLine[] }>(),
    fails: ['request_reused', 'shop_unknown', 'busy'],
  }),
}
