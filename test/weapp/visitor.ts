import type { Shop } from '../harness/shop'
import type { Visitor } from '../stories/visitor'
import { scanned } from './camera'
import { Neighbour } from './neighbour'

const says = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text)

/** A visitor with the mini-program; each address is opened as by a fresh scan. */
export async function phoneVisitor(shop: Shop, openid: string): Promise<Visitor> {
  let takesMoney = false
  const neighbour = await Neighbour.of(shop, openid, { choices: { collect: () => takesMoney } })
  const { phone } = neighbour
  const is = (id: string) => phone.waitFor(() => phone.has(`#${id}`))
  return {
    openid,
    open: async (address) => {
      phone.phone.stack.reLaunch(`/${address}`)
      await phone.waitFor(() => `/${phone.place().route}` === `/${address.split('?')[0]}`)
    },
    tap: async (id) => {
      await is(id)
      await phone.tap(`#${id}`)
    },
    type: async (id, text) => {
      await is(id)
      await phone.input(`#${id}`, text)
    },
    answer: async (words) => {
      await phone.answer(words)
    },
    see: async (words) => {
      await phone.waitFor(() => phone.text().includes(words))
    },
    seeAt: async (id, words) => {
      await is(id)
      await phone.waitFor(() => says(phone.text(`#${id}`), words))
    },
    hear: async (words) => {
      await phone.waitFor(() => phone.toasts.includes(words))
    },
    readAll: async (beginning) => {
      await phone.waitFor(() => phone.has(`[id^="${beginning}"]`))
      return phone.texts(`[id^="${beginning}"]`)
    },
    buy: async () => {
      await neighbour.fillIn()
      const orderId = await neighbour.submit()
      await is('status-paid')
      return orderId
    },
    share: async (id) => {
      await is(id)
      return (await phone.phone.share('button')).path.replace(/^\//, '')
    },
    scan: () => scanned(shop, openid, phone.place()),
    collect: async (what) => {
      takesMoney = what === 'confirm'
      await phone.waitFor(() => phone.has('[id^="collect-"]'))
      await phone.tap('[id^="collect-"]')
    },
    picture: () => Promise.resolve(),
    troubles: () => phone.errors.map(String),
  }
}
