/** The phone as a page of the local cloud: fetches the package, runs it, offers `window.phone`. */
import type { CashierSheet } from '../device'
import { build } from '../dom'
import { Driver } from '../driver'
import { Phone } from '../phone'
import { loadTemplates } from '../templates'
import { compressPicture, pickPictures, saveFile, savePicture } from './pictures'
import { offerShare } from './sharing'
import { sheetChoices } from './sheets'
import { KeptStorage } from './storage'
import { addPulling, addStatusBar, measure } from './surroundings'

/** The package as the routes serve it. */
export interface PackageFile {
  readonly templates: string
  readonly files: Readonly<Record<string, string>>
}

declare global {
  interface Window {
    /** Drives the phone: `await phone.tap('#buy')`. */
    phone?: Driver
    /** The cashier sheet of the panel's ribbon, which the local cloud puts on the page. */
    jutuanCashier?: CashierSheet
  }
}

const personKey = 'jutuan.openid'

/** Who holds the phone: the page's address, else this tab's choice, else ann. */
function person(query: URLSearchParams): string {
  const openid = query.get('openid') ?? sessionStorage.getItem(personKey) ?? 'ann'
  sessionStorage.setItem(personKey, openid)
  return openid
}

function createPhone(root: HTMLElement, { files, templates }: PackageFile, openid: string): Phone {
  const phone: Phone = new Phone({
    root,
    openid,
    read: (path) => files[path],
    templates: loadTemplates(templates),
    cloud: location.origin,
    fetch: window.fetch.bind(window),
    packageUrl: '/_emulator/weapp/files',
    styles: true,
    storage: new KeptStorage(`jutuan.phone.${openid}`),
    // A person of the laptop is new to the guidelines each time: the sheet can be looked at.
    hasAgreed: false,
    cashierSheet: (id) => window.jutuanCashier?.(id) ?? Promise.resolve('cancel'),
    consents: async (content) => {
      const question = { title: '', content, confirmText: '允许', cancelText: '取消' }
      return (await phone.dialogs.ask(question)).confirm
    },
    pick: pickPictures,
    choices: sheetChoices(() => phone.dialogs),
    compress: compressPicture,
    saved: savePicture,
    sent: saveFile,
    shared: (share) => void offerShare(share, phone.dialogs, openid),
  })
  return phone
}

async function main(): Promise<void> {
  const root = build('main', '')
  document.body.append(root)
  const response = await fetch('/_emulator/weapp/package.json')
  if (!response.ok) {
    root.className = 'phone'
    root.append(build('div', 'phone-missing', await response.text()))
    return
  }
  const query = new URLSearchParams(location.search)
  const phone = createPhone(root, (await response.json()) as PackageFile, person(query))
  measure(root, phone.screen.view)
  addStatusBar(phone)
  addPulling(phone)
  const driver = new Driver(phone)
  window.phone = driver
  const path = query.get('path')
  await driver.start({
    ...(path !== null && { path: path.replace(/^\//, '') }),
    query: query.get('query') ?? '',
    scene: Number(query.get('scene') ?? 1001),
  })
}

void main()
