/**
 * <input type="nickname">: WeChat offers its own nickname above the keyboard, and reviews what was
 * written when the field is left.
 */
import { build } from '../dom'
import { mayHandOver } from '../privacy'
import type { Host } from './host'

async function nicknameOf(host: Host): Promise<string | undefined> {
  const { device } = host
  if (!device || !(await mayHandOver(device))) return undefined
  const { network, openid } = device
  const { text } = await network.ask('/_emulator/people', openid)
  const people = JSON.parse(text) as readonly { openid: string; nickname: string }[]
  return people.find((person) => person.openid === openid)?.nickname
}

function offer(field: HTMLInputElement | HTMLTextAreaElement, nickname: string): HTMLElement {
  const button = build('div', 'phone-nickname', `用微信昵称：${nickname}`)
  // The field keeps its focus, as it does with a keyboard of glass.
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    field.value = nickname
    field.dispatchEvent(new Event('input', { bubbles: true }))
    button.remove()
  })
  return button
}

/** Makes a field behave like one for a nickname, as long as its type says so. */
export function listenForNickname(host: Host, field: HTMLInputElement | HTMLTextAreaElement): void {
  const isNickname = () => host.property('type') === 'nickname'
  let offered: HTMLElement | undefined
  field.addEventListener('focus', () => {
    if (!isNickname()) return
    void nicknameOf(host)
      .catch(() => undefined)
      .then((nickname) => {
        if (nickname === undefined || document.activeElement !== field) return
        offered?.remove()
        offered = offer(field, nickname)
        host.element.closest('.phone')?.append(offered)
      })
  })
  field.addEventListener('blur', () => {
    offered?.remove()
    if (isNickname()) host.fire('nicknamereview', { pass: true, timeout: false })
  })
}
