/** `/_emulator/channels`: 视频号 from the other side, and who reserved what there. */
import {
  isFinderUserName,
  noticeStates,
  streamStates,
  type Channels,
  type ChannelsAccount,
  type ChannelsChange,
  type Notice,
} from '../wechat/channels/channels'
import { isOpenid } from '../wechat/people'
import { ControlError, isObject, type ControlRequest, type Route } from './route'

export function channelsRoutes(channels: Channels): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/channels',
      answer: () => ({ json: channels.list().map(accountView) }),
    },
    {
      method: 'GET',
      path: '/_emulator/channels/:finderUserName',
      answer: async (request) => ({ json: accountView(await channels.see(finderOf(request))) }),
    },
    {
      method: 'POST',
      path: '/_emulator/channels/:finderUserName',
      answer: async (request) => {
        const finderUserName = finderOf(request)
        const change = changeOf(await request.object())
        return { json: accountView(await channels.change(finderUserName, change)) }
      },
    },
    {
      method: 'GET',
      path: '/_emulator/channels-notices/:noticeId',
      answer: (request) => ({ json: accountView(noticed(channels, request)) }),
    },
    {
      method: 'POST',
      path: '/_emulator/channels-notices/:noticeId',
      answer: async (request) => {
        const { openid } = await request.object()
        if (!isOpenid(openid)) throw invalid('A reservation is an "openid"’s.')
        return { json: accountView(await channels.reserve(noticed(channels, request), openid)) }
      },
    },
  ]
}

const invalid = (message: string): ControlError => new ControlError(400, 'body_invalid', message)

function finderOf(request: ControlRequest): string {
  const finderUserName = request.param()
  if (isFinderUserName(finderUserName)) return finderUserName
  throw new ControlError(404, 'channels_unknown', 'The id of an account begins with "sph".')
}

function noticed(channels: Channels, request: ControlRequest): ChannelsAccount {
  const account = channels.noticed(request.param())
  if (account) return account
  throw new ControlError(404, 'notice_unknown', 'There is no such notice.')
}

/** Reads what is to be set; what is left out stays as it is. */
function changeOf(body: Record<string, unknown>): ChannelsChange {
  const { stream, notice, nickname, description } = body
  return {
    ...(stream !== undefined && { stream: oneOf('stream', streamStates, stream) }),
    ...(notice !== undefined && { notice: notice === null ? null : noticeOf(notice) }),
    ...(typeof nickname === 'string' && { nickname }),
    ...(typeof description === 'string' && { description }),
  }
}

function noticeOf(wish: unknown): Notice {
  if (!isObject(wish)) throw invalid('"notice" must be an object or null.')
  const { noticeId, state = 'usable', startsAt } = wish
  if (typeof noticeId !== 'string' || noticeId === '') throw invalid('A notice has a "noticeId".')
  if (typeof startsAt !== 'number') throw invalid('A notice has a "startsAt" in milliseconds.')
  return { noticeId, startsAt, state: oneOf('state', noticeStates, state) }
}

function oneOf<Word extends string>(name: string, words: readonly Word[], value: unknown): Word {
  const word = words.find((known) => known === value)
  if (word !== undefined) return word
  throw invalid(`"${name}" must be one of ${words.join(', ')}.`)
}

const accountView = ({ _id: finderUserName, ...rest }: ChannelsAccount): object => ({
  finderUserName,
  ...rest,
})
