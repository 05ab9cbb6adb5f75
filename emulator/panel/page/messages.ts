import type { Consent, Message } from '../answers'
import { look } from '../control'
import { make } from '../make'
import { momentOf } from '../words'
import { fact } from './act'
import { consentForm } from './consent-form'
import type { Directory } from './directory'
import { liveList } from './list'
import { personSelect } from './person-select'
import type { Section } from './section'

/** 消息: the subscribe messages that reached somebody, and what each person still allows. */
export const messages: Section = {
  id: 'messages',
  title: '消息',
  icon: 'message',
  about: '送到邻居微信里的订阅消息。点一次同意，商城只能发一条。',
  open(root, { people }) {
    let openid = ''
    const filter = personSelect(people, '每个人', (chosen) => {
      openid = chosen
      delivered.again()
    })
    const list = make('div')
    const wallet = make('div')
    const form = consentForm(people, () => consents.again())
    root.append(filters(filter), list, make('h2', {}, '还允许发几条'), wallet, form)
    const delivered = liveList(list, {
      load: () => look('messages', { openid }),
      keyOf: (message) => message._id,
      row: (message) => messageRow(message, people),
      empty: ['还没有消息', '顾客同意过订阅，商城再发出通知，消息就会送到这里。'],
    })
    const consents = liveList(wallet, {
      load: () => look('messages/consents'),
      keyOf: (consent) => `${consent.openid} ${consent.templateId}`,
      row: (consent) => consentRow(consent, people),
      empty: ['还没有人同意过', '在商城里点“允许”，或者在下面替谁记一次同意。'],
    })
    return () => {
      delivered.close()
      consents.close()
    }
  },
}

const filters = (...fields: HTMLElement[]) => make('div', { class: 'filters' }, ...fields)

function messageRow(message: Message, people: Directory): HTMLElement {
  const words = Object.entries(message.data)
  const first = words[0]?.[1].value ?? message.templateId
  return make(
    'details',
    { class: 'row', 'data-key': message._id },
    make(
      'summary',
      {},
      people.chip(message.openid),
      make('span', { class: 'main' }, String(first)),
      make('time', {}, momentOf(message.at)),
    ),
    make(
      'dl',
      {},
      ...words.map(([name, { value }]) => fact(name, String(value))),
      fact('模板', make('code', {}, message.templateId)),
      ...(message.page ? [fact('点开到', make('code', {}, message.page))] : []),
    ),
  )
}

function consentRow({ openid, templateId, count }: Consent, people: Directory): HTMLElement {
  return make(
    'div',
    { class: 'row line' },
    people.chip(openid),
    make('code', { class: 'main' }, templateId),
    make('span', { class: 'number' }, `${count} 条`),
  )
}
