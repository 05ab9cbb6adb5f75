/** 视频号: `wx.openChannelsLive` and its family, as the local cloud says that things stand there. */
import type { Device } from '../device'
import { type Interfaces, type Options, Refusal, textOf } from './interfaces'

/** An account, as the local cloud tells of it. */
interface Account {
  readonly finderUserName: string
  readonly nickname: string
  readonly stream: 'never' | 'live' | 'ended'
  readonly feedId: string
  readonly nonceId: string
  readonly description: string
  readonly notice: {
    readonly noticeId: string
    readonly state: 'usable' | 'cancelled' | 'used'
    readonly startsAt: number
  } | null
  readonly reservedBy: readonly string[]
}

/** 直播状态, and 预告状态, of their pages. */
const streamCodes = { never: 1, live: 2, ended: 3 } as const
const noticeCodes = { usable: 0, cancelled: 1, used: 2 } as const

/** 常见错误码 of the getChannelsLiveInfo page. */
const INVALID = { err_code: 40097, errCode: 40097 }
const NOT_AN_ID = { err_code: 1416100, errCode: 1416100 }
const EMPTY = { err_code: 1416104, errCode: 1416104 }

async function ask(device: Device, path: string, body?: object): Promise<Account | undefined> {
  const answer = await device.network.ask(`/_emulator/${path}`, device.openid, body)
  return answer.status === 200 ? (JSON.parse(answer.text) as Account) : undefined
}

async function accountOf(device: Device, options: Options): Promise<Account> {
  const finderUserName = textOf(options, 'finderUserName')
  if (finderUserName === '') throw new Refusal('invalid arguments', INVALID)
  const account = await ask(device, `channels/${encodeURIComponent(finderUserName)}`)
  if (!account) throw new Refusal('invalid finderUserName', NOT_AN_ID)
  return account
}

async function liveInfo(device: Device, options: Options): Promise<object> {
  const { stream, feedId, nonceId, description, nickname } = await accountOf(device, options)
  const facts = { feedId, nonceId, description, nickname, headUrl: '' }
  return { ...facts, status: streamCodes[stream], replayStatus: 0, otherInfos: [] }
}

async function noticeInfo(device: Device, options: Options): Promise<object> {
  const { notice, nickname } = await accountOf(device, options)
  if (notice?.state !== 'usable') throw new Refusal('empty notice info', EMPTY)
  const { noticeId, state, startsAt } = notice
  const startTime = String(Math.floor(startsAt / 1000))
  const facts = { noticeId, nickname, startTime, headUrl: '' }
  return { ...facts, status: noticeCodes[state], reservable: true, otherInfos: [] }
}

/** Needs a tap, and asks before it leaves the mini-program. */
async function openLive(device: Device, options: Options): Promise<undefined> {
  const { stream } = await accountOf(device, options)
  if (!device.wasTouched) throw new Refusal('can only be invoked by user TAP gesture.')
  if (stream === 'never') throw new Refusal('empty finder info', EMPTY)
  if (!(await device.consents('即将打开视频号直播'))) throw new Refusal('cancel')
  return undefined
}

/** Opens the notice; `state` tells how the person left it. */
async function reserve(device: Device, options: Options): Promise<object> {
  const noticeId = textOf(options, 'noticeId')
  if (noticeId === '') throw new Refusal('invalid arguments', INVALID)
  const path = `channels-notices/${encodeURIComponent(noticeId)}`
  const account = await ask(device, path)
  if (!account?.notice) throw new Refusal('empty notice info', EMPTY)
  if (account.notice.state === 'cancelled') return { state: 3 }
  if (account.stream === 'live') {
    return { state: (await device.consents('直播已经开始，前往观看')) ? 2 : 1 }
  }
  if (account.notice.state === 'used') return { state: 4 }
  if (account.reservedBy.includes(device.openid)) return { state: 8 }
  if (!(await device.consents('预约视频号直播'))) return { state: 5 }
  await ask(device, path, { openid: device.openid })
  return { state: 6 }
}

/** The interfaces of 视频号's streams. */
export function channelsInterfaces(device: Device): Interfaces {
  return {
    answers: {
      getChannelsLiveInfo: (options) => liveInfo(device, options),
      getChannelsLiveNoticeInfo: (options) => noticeInfo(device, options),
      openChannelsLive: (options) => openLive(device, options),
      reserveChannelsLive: (options) => reserve(device, options),
    },
    plain: {},
  }
}
