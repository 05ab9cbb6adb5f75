/** The global `wx` of one phone, put together from its groups of interfaces. */
import type { Device } from '../device'
import { addressInterfaces } from './address'
import { appInterfaces } from './app'
import { channelsInterfaces } from './channels'
import { cloudInterfaces } from './cloud'
import { fileInterfaces, USER_FOLDER } from './files'
import { asynchronous } from './interfaces'
import { intersectionInterfaces } from './intersection'
import { mediaInterfaces } from './media'
import { navigationInterfaces } from './navigation'
import { paymentInterfaces } from './payment'
import { privacyInterfaces } from './privacy'
import { requestInterfaces } from './request'
import { scanInterfaces } from './scan'
import { selectorQuery } from './selector'
import { storageInterfaces } from './storage'
import { subscribeInterfaces } from './subscribe'
import { systemInterfaces } from './system'
import { transferInterfaces } from './transfer'
import { uiInterfaces } from './ui'

const groups = [
  addressInterfaces,
  appInterfaces,
  channelsInterfaces,
  cloudInterfaces,
  intersectionInterfaces,
  fileInterfaces,
  mediaInterfaces,
  navigationInterfaces,
  paymentInterfaces,
  privacyInterfaces,
  requestInterfaces,
  scanInterfaces,
  storageInterfaces,
  subscribeInterfaces,
  systemInterfaces,
  transferInterfaces,
  uiInterfaces,
]

/** Makes `wx`. An interface that is not imitated is `undefined`, so that using it is noticed. */
export function createWx(device: Device): Record<string, unknown> {
  const wx: Record<string, unknown> = {
    env: { USER_DATA_PATH: USER_FOLDER },
    createSelectorQuery: selectorQuery(device),
  }
  for (const group of groups) {
    const { answers, plain } = group(device)
    for (const [name, work] of Object.entries(answers)) wx[name] = asynchronous(device, name, work)
    Object.assign(wx, plain)
  }
  wx['canIUse'] = (name: string) => (name.split('.')[0] ?? '') in wx
  return wx
}
