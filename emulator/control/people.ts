/** `/_emulator/people` and `/_emulator/messages`: who there is, and what reached them. */
import type { Messages } from '../wechat/messages/messages'
import { isOpenid, type People, type Person } from '../wechat/people'
import { ControlError, type Route } from './route'

export function peopleRoutes(people: People): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/people',
      answer: () => ({ json: people.list().map(personView) }),
    },
    {
      method: 'POST',
      path: '/_emulator/people',
      answer: async (request) => {
        const { openid, nickname, avatar } = await request.object()
        if (!isOpenid(openid) || typeof nickname !== 'string' || nickname === '') {
          throw invalid('A person has an "openid" with a letter in it and a "nickname".')
        }
        const picture = typeof avatar === 'string' ? { avatar } : {}
        return { json: personView(await people.add({ _id: openid, nickname, ...picture })) }
      },
    },
  ]
}

export function messageRoutes(messages: Messages): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/messages',
      answer: ({ query }) => {
        const list = messages.list(query.get('openid') ?? undefined)
        return { json: list.map(({ _id: _, ...message }) => message) }
      },
    },
    {
      method: 'GET',
      path: '/_emulator/messages/consents',
      answer: () => ({ json: messages.allowed().map(({ _id: _, ...consent }) => consent) }),
    },
    {
      method: 'POST',
      path: '/_emulator/messages/consents',
      answer: async (request) => {
        const { openid, templateId, count = 1 } = await request.object()
        if (!isOpenid(openid) || typeof templateId !== 'string' || templateId === '') {
          throw invalid('A consent names an "openid" and a "templateId".')
        }
        if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) {
          throw invalid('"count" must be a whole number, zero or more.')
        }
        const { _id: _, ...consent } = await messages.allow(openid, templateId, count)
        return { json: consent }
      },
    },
  ]
}

function personView({ _id: openid, ...rest }: Person): object {
  return { openid, ...rest }
}

function invalid(message: string): ControlError {
  return new ControlError(400, 'body_invalid', message)
}
