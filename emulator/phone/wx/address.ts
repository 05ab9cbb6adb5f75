/** wx.chooseAddress: an entry of the person's address book. */
import { addressBook } from '../address-book'
import type { Device } from '../device'
import { mayHandOver, NOT_AGREED } from '../privacy'
import { type Interfaces, Refusal } from './interfaces'

/** Since July 2022 WeChat refuses interfaces that app.json does not declare. */
function requireDeclared(device: Device, name: string): void {
  if (device.program.app.requiredPrivateInfos?.includes(name) === true) return
  throw new Refusal(
    'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
  )
}

async function chooseAddress(device: Device): Promise<object> {
  requireDeclared(device, 'chooseAddress')
  if (!(await mayHandOver(device))) throw new Refusal(NOT_AGREED, { errno: 104 })
  const book = addressBook(device.openid)
  const choose = device.choices.address ?? ((all: typeof book) => all[0])
  const address = await choose(book)
  if (!address) throw new Refusal('cancel')
  return address
}

/** The address interface. */
export function addressInterfaces(device: Device): Interfaces {
  return { answers: { chooseAddress: () => chooseAddress(device) }, plain: {} }
}
