/** Phones for tests: the built mini-program, run under jsdom against a local cloud. */
import path from 'node:path'
import type { Cashier, Choices } from '../../emulator/phone/device'
import type { Driver } from '../../emulator/phone/driver'
import { launchPhone } from '../../emulator/phone/launch'

/** The mini-program as `npm run build` leaves it. */
export const builtWeapp = path.resolve(__dirname, '../../dist/weapp')

/** The hand-made mini-program that the phone itself is tested with. */
export const fixtureWeapp = path.join(__dirname, 'fixture')

/** Whose phone it is, which cloud it talks to, and where the mini-program opens. */
export interface OpenPhone {
  /** Address of the local cloud; the default answers nothing. */
  readonly cloud?: string
  readonly openid?: string
  readonly weapp?: string
  readonly path?: string
  /** As in a link: `id=1&from=card`. */
  readonly query?: string
  readonly scene?: number
  readonly cashier?: Cashier
  readonly consents?: (question: string) => boolean
  /** Whether they agreed to the privacy guidelines before; they did unless told otherwise. */
  readonly hasAgreed?: boolean
  /** Which address, and what the camera sees. */
  readonly choices?: Choices
}

const nowhere = 'http://127.0.0.1:9'
const open = new Set<Driver>()

/** Opens the mini-program on somebody's phone and waits until it is at rest. */
export async function openPhone(options: OpenPhone = {}): Promise<Driver> {
  const { cloud = nowhere, openid = 'ann', weapp = builtWeapp } = options
  const { cashier, consents, choices, hasAgreed } = options
  const phone = launchPhone(weapp, {
    cloud: cloud.replace(/\/$/, ''),
    openid,
    fetch: globalThis.fetch,
    ...(cashier && { cashier }),
    ...(consents && { consents }),
    ...(choices && { choices }),
    ...(hasAgreed !== undefined && { hasAgreed }),
  })
  open.add(phone)
  await phone.start({
    ...(options.path !== undefined && { path: options.path }),
    query: options.query ?? '',
    ...(options.scene !== undefined && { scene: options.scene }),
  })
  return phone
}

/** The phone that was opened last. */
export function newestPhone(): Driver {
  const phone = [...open].at(-1)
  if (!phone) throw new Error('No phone is on')
  return phone
}

/** Switches off every phone that is still on; call it in `afterEach`. */
export function closePhones(): void {
  for (const phone of open) phone.close()
  open.clear()
}
