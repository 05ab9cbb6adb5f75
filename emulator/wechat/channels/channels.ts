/**
 * 视频号: whether a stream is on, and the notice (预告) by which people reserve the next one. What
 * happens there is set from outside: by the panel, a test, or the phone of who reserves.
 */
import { randomBytes } from 'node:crypto'
import { Records } from '../../records'
import type { Store } from '../../store/store'

/** Where an account's stream stands: 直播状态 1 (none ever), 2 and 3 of `getChannelsLiveInfo`. */
export const streamStates = ['never', 'live', 'ended'] as const
export type StreamState = (typeof streamStates)[number]

/** Where a notice stands: 预告状态 0, 1 and 2 of `getChannelsLiveNoticeInfo`. */
export const noticeStates = ['usable', 'cancelled', 'used'] as const
export type NoticeState = (typeof noticeStates)[number]

/** The notice of a stream to come. */
export interface Notice {
  readonly noticeId: string
  readonly state: NoticeState
  /** When the stream begins, in milliseconds. */
  readonly startsAt: number
}

/** An account of 视频号; `_id` is its `finderUserName`. */
export type ChannelsAccount = {
  readonly _id: string
  readonly nickname: string
  readonly stream: StreamState
  /** The stream that is on, or was on last. */
  readonly feedId: string
  readonly nonceId: string
  readonly description: string
  readonly notice: Notice | null
  /** Who has reserved the notice. */
  readonly reservedBy: readonly string[]
}

/** What may be set of an account. */
export type ChannelsChange = Partial<
  Pick<ChannelsAccount, 'nickname' | 'stream' | 'description' | 'notice'>
>

/** "以“sph”开头的id" (getChannelsLiveInfo page). */
const FINDER = /^sph[0-9A-Za-z_-]{1,60}$/

/** Whether a text can be an account's id. */
export const isFinderUserName = (text: string): boolean => FINDER.test(text)

const randomId = (): string => randomBytes(12).toString('base64url')

export class Channels {
  private readonly accounts: Records<ChannelsAccount>

  constructor(store: Store) {
    this.accounts = new Records(store, '_channels')
  }

  list(): ChannelsAccount[] {
    return this.accounts.list()
  }

  /** An account. One that nothing was set of has never streamed, and is remembered as asked for. */
  async see(finderUserName: string): Promise<ChannelsAccount> {
    return this.accounts.get(finderUserName) ?? this.change(finderUserName, {})
  }

  /** Sets what happens at an account. A stream that begins is a new one, and uses the notice up. */
  async change(finderUserName: string, change: ChannelsChange): Promise<ChannelsAccount> {
    const before = this.accounts.get(finderUserName) ?? unused(finderUserName)
    const isNew = change.stream === 'live' && before.stream !== 'live'
    const notice = change.notice === undefined ? before.notice : change.notice
    const account: ChannelsAccount = {
      ...before,
      ...change,
      ...(isNew && { feedId: `finderfeed-${randomId()}`, nonceId: randomId() }),
      notice: isNew && notice?.state === 'usable' ? { ...notice, state: 'used' } : notice,
      reservedBy: notice?.noticeId === before.notice?.noticeId ? before.reservedBy : [],
    }
    await this.accounts.put(account)
    return account
  }

  /** The account that a notice is of. */
  noticed(noticeId: string): ChannelsAccount | undefined {
    return this.accounts.list().find(({ notice }) => notice?.noticeId === noticeId)
  }

  /** Notes that somebody reserved an account's notice. */
  async reserve(account: ChannelsAccount, openid: string): Promise<ChannelsAccount> {
    const reservedBy = [...new Set([...account.reservedBy, openid])]
    const reserved = { ...account, reservedBy }
    await this.accounts.put(reserved)
    return reserved
  }
}

const unused = (finderUserName: string): ChannelsAccount => ({
  _id: finderUserName,
  nickname: '视频号',
  stream: 'never',
  feedId: '',
  nonceId: '',
  description: '',
  notice: null,
  reservedBy: [],
})
