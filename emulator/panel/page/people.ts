import type { Person } from '../answers'
import { tell } from '../control'
import { make } from '../make'
import { attempt, button } from './act'
import { face } from './directory'
import { liveList } from './list'
import type { Section } from './section'

/** 人物: everybody who can shop here, each a click away from their own storefront. */
export const people: Section = {
  id: 'people',
  title: '人物',
  icon: 'people',
  about: '店里的每一位邻居都是一个身份。以谁的身份打开商城，谁就在逛店。',
  open(root, bench) {
    const list = make('div')
    root.append(
      list,
      makeForm(() => running.again()),
    )
    const running = liveList(list, {
      class: 'cards',
      everyMs: 10_000,
      load: () => bench.people.read(),
      keyOf: (person) => person.openid,
      row: (person) => card(person, () => running.again()),
      empty: ['还没有人', '在下面添一位邻居，就能以他的身份逛店。'],
    })
    return running.close
  },
}

function card({ openid, nickname, operator }: Person, changed: () => void): HTMLElement {
  const as = `?openid=${encodeURIComponent(openid)}`
  const name = make('strong', {}, nickname)
  const rename = async () => {
    const wanted = window.prompt(`${nickname} 改叫什么？`, nickname)?.trim()
    if (!wanted || wanted === nickname) return
    await tell('POST', 'people', { openid, nickname: wanted })
    changed()
  }
  return make(
    'article',
    { class: 'card person', 'data-openid': openid },
    make(
      'div',
      { class: 'who' },
      face(openid, nickname),
      make('div', {}, name, code(openid)),
      operator === true && make('span', { class: 'tag wait' }, '店主'),
    ),
    make(
      'div',
      { class: 'actions' },
      newTab('打开商城', `/${as}`, 'primary'),
      newTab('打开小程序', `/_emulator/weapp${as}`, 'plain'),
      button('改名', rename),
    ),
  )
}

const code = (openid: string) => make('code', {}, openid)

function newTab(label: string, href: string, look: string): HTMLElement {
  return make('a', { class: `button ${look}`, href, target: '_blank', rel: 'noopener' }, label)
}

function makeForm(added: () => void): HTMLElement {
  const openid = make('input', {
    name: 'openid',
    required: true,
    pattern: '(?=.*[A-Za-z])[A-Za-z0-9_\\-]{1,64}',
    placeholder: 'gao',
    autocomplete: 'off',
    title: '至少一个字母，其余可用数字、下划线或短横，最多 64 个',
  })
  const nickname = make('input', { name: 'nickname', required: true, placeholder: '高阿姨' })
  const add = async (event: Event) => {
    event.preventDefault()
    const person = { openid: openid.value.trim(), nickname: nickname.value.trim() }
    if (!(await attempt(() => tell('POST', 'people', person), `${person.nickname} 来了`))) return
    form.reset()
    added()
  }
  const form = make(
    'form',
    { class: 'card line-form', onsubmit: add },
    make('label', {}, make('span', {}, '身份代号 openid'), openid),
    make('label', {}, make('span', {}, '昵称'), nickname),
    make('button', { class: 'plain', type: 'submit' }, '添一位'),
  )
  return form
}
