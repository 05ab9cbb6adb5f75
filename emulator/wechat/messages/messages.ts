/** Subscribe messages: one consent, one message. */
import { randomUUID } from 'node:crypto'
import { Records } from '../../records'
import type { Store } from '../../store/store'
import type { PublishedPages } from '../published-pages'
import { WechatRefusal } from '../refusal'
import { refusedKey } from './template-values'

/** A message that reached a person. */
export type Message = {
  readonly _id: string
  readonly at: number
  readonly openid: string
  readonly templateId: string
  readonly page?: string
  readonly data: Readonly<Record<string, unknown>>
}

/** How many messages of a template a person still allows. */
export type Consent = {
  readonly _id: string
  readonly openid: string
  readonly templateId: string
  readonly count: number
}

interface Parts {
  readonly store: Store
  readonly pages: PublishedPages
  readonly now: () => number
}

export class Messages {
  private readonly delivered: Records<Message>
  private readonly consents: Records<Consent>

  constructor(private readonly parts: Parts) {
    this.delivered = new Records(parts.store, '_messages')
    this.consents = new Records(parts.store, '_consents')
  }

  /** Newest first; of one person, or of everybody. */
  list(openid?: string): Message[] {
    const all = this.delivered.list().reverse()
    return openid === undefined ? all : all.filter((message) => message.openid === openid)
  }

  allowed(): Consent[] {
    return this.consents.list()
  }

  /** What a tap on "允许" does, `count` times over. */
  async allow(openid: string, templateId: string, count: number): Promise<Consent> {
    const consent = this.consent(openid, templateId)
    const more = { ...consent, count: consent.count + count }
    await this.consents.put(more)
    return more
  }

  /** `subscribeMessage.send`. Uses up one consent. */
  async send(input: Readonly<Record<string, unknown>>): Promise<object> {
    const { touser, template_id: templateId, page, data } = input
    // Error table of the interface, in the order in which WeChat checks.
    if (typeof touser !== 'string' || touser === '') {
      throw new WechatRefusal(40003, 'invalid openid')
    }
    if (typeof templateId !== 'string' || templateId === '') {
      throw new WechatRefusal(40037, 'invalid template_id')
    }
    if (page !== undefined && !this.opens(page)) {
      throw new WechatRefusal(41030, 'invalid page')
    }
    const fields = typeof data === 'object' && data !== null ? { ...data } : {}
    const refused = Object.keys(fields).length === 0 ? 'data' : refusedKey(fields)
    if (refused !== undefined) {
      throw new WechatRefusal(47003, `argument invalid! data.${refused}.value invalid`)
    }
    const consent = this.consent(touser, templateId)
    // "用户拒绝接受消息，如果用户之前曾经订阅过，则表示用户取消了订阅关系"; so does having none left.
    if (consent.count < 1) throw new WechatRefusal(43101, 'user refuse to accept the msg')
    const message: Message = {
      _id: randomUUID(),
      at: this.parts.now(),
      openid: touser,
      templateId,
      ...(page === undefined ? {} : { page }),
      data: fields,
    }
    await this.parts.store.apply([
      this.consents.writing({ ...consent, count: consent.count - 1 }),
      this.delivered.writing(message),
    ])
    return { errcode: 0, errmsg: 'ok' }
  }

  /** "仅限本小程序内的页面。支持带参数". */
  private opens(page: unknown): page is string {
    return typeof page === 'string' && this.parts.pages.has(page.split('?')[0] ?? '')
  }

  private consent(openid: string, templateId: string): Consent {
    const _id = `${openid} ${templateId}`
    return this.consents.get(_id) ?? { _id, openid, templateId, count: 0 }
  }
}
