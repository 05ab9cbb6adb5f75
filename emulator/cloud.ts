/** Puts the local cloud together. Every wire between two of its services is here. */
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sdkPackage from 'wx-server-sdk/package.json'
import { Agenda } from './agenda'
import { Clock, type ClockState } from './clock'
import { callRoutes } from './control/call'
import { clockRoutes } from './control/clock'
import { collectionRoutes } from './control/collections'
import { fileRoutes } from './control/files'
import { Pages } from './control/pages'
import { controlRoutes, faultRoutes, logRoutes, powerRoutes } from './control/running'
import type { Doors } from './control/server'
import { createDatabase } from './database/database'
import { Faults } from './faults/faults'
import { Power } from './faults/power'
import { Catalog } from './functions/catalog'
import { DEFAULT_SIZES, Functions, type PoolSizes } from './functions/functions'
import { FunctionLog, noteCalls } from './functions/log'
import { functionService } from './functions/service'
import { Timers } from './functions/timers'
import { panelRoutes } from './panel/routes'
import { phoneRoutes } from './phone/routes'
import { Records } from './records'
import { createSdkEndpoint } from './sdk/endpoint'
import { diskBlobs, memoryBlobs } from './storage/blobs'
import { Files } from './storage/files'
import { storageService } from './storage/service'
import { Transfers } from './storage/transfers'
import { StoreError } from './store/refusals'
import { readSchema } from './store/schema'
import { openStore, type Store } from './store/store'
import { Merchant } from './wechat/transfers/merchant'
import { createWechat, type Wechat } from './wechat/wechat'

/** What a cloud is made of. */
export interface CloudParts {
  /** A folder, or ':memory:' for a cloud that forgets. */
  readonly data: string
  /** dist/cloudfunctions */
  readonly functions: string
  /** Path of database.json */
  readonly database: string
  /** dist/h5, shown at / */
  readonly pages?: string | undefined
  /** dist/weapp, run at /_emulator/weapp */
  readonly weapp?: string | undefined
  /** Instances of every function, or of those named. */
  readonly workers?: number | PoolSizes | undefined
  /** Functions are loaded only when they are called. */
  readonly cold?: boolean | undefined
  /** Where the clock stands that was never set; otherwise it is right. */
  readonly at?: number | undefined
}

/** How the cloud is reached, and what its owner adds. */
export interface Surface {
  /** http://127.0.0.1:<port>; asked only after `open`. */
  readonly address: () => string
  /** Empties the cloud and fills it as its owner wants. */
  readonly reset: () => Promise<void>
  readonly isImporting: () => boolean
}

/** A cloud that is put together but not yet reached from anywhere. */
export interface Assembly {
  readonly doors: Doors
  /** Loads functions and keeps appointments, now that there is an address. */
  readonly open: () => void
  /** Drops everything but the clock, the people and the settings. */
  readonly empty: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Something handed to the cloud cannot be used; the message is one sentence for people. */
export class StartError extends Error {}

type ClockRecord = ClockState & { readonly _id: 'clock' }

/** How often a new build is looked for. */
const REFRESH_MS = 1000
const LASTING = ['_clock', '_people', '_settings']

/** Opens the data and wires the services. Throws a StartError or StoreError. */
export function assemble(parts: CloudParts, surface: Surface): Assembly {
  requireFolder(parts.functions)
  const power = new Power()
  const store = openData(parts, power)
  try {
    return connect({ store, power }, parts, surface)
  } catch (error) {
    void store.close()
    throw error
  }
}

/** Where everything is written, and what may happen to it there. */
interface Disk {
  readonly store: Store
  readonly power: Power
}

function connect(disk: Disk, parts: CloudParts, surface: Surface): Assembly {
  const { store } = disk
  const core = createCore(disk, parts, surface)
  const { agenda, functions, files } = core
  const wechat = createWechat({ ...core, changed: () => agenda.wake(), weapp: parts.weapp })
  for (const appointments of [core.timers, ...wechat.appointments]) agenda.add(appointments)
  const refresh = setInterval(() => core.refresh(), REFRESH_MS).unref()
  return {
    doors: createDoors({ parts, surface, core, wechat }),
    open: () => {
      agenda.start()
      if (!parts.cold) void functions.warm()
    },
    empty: () =>
      agenda.alone(async () => {
        const lasting = LASTING.flatMap((collection) =>
          store.list(collection).map((put) => ({ collection, put })),
        )
        store.reset()
        wechat.clear()
        await Promise.all([store.apply(lasting), files.clear()])
      }),
    close: async () => {
      clearInterval(refresh)
      functions.close()
      await agenda.close()
      await store.close()
    },
  }
}

type Core = ReturnType<typeof createCore>

/** What everything else stands on: clock, functions, storage, faults. */
function createCore({ store, power }: Disk, parts: CloudParts, { address }: Surface) {
  const clocks = new Records<ClockRecord>(store, '_clock')
  const clock = new Clock(clocks.get('clock') ?? firstClock(parts))
  const now = () => clock.now()
  const remember = () => clocks.put({ _id: 'clock', ...clock.state })
  const agenda = new Agenda(clock, remember)
  const faults = new Faults()
  const log = new FunctionLog()
  const merchant = new Merchant(now)
  const functions = new Functions({
    catalog: new Catalog(resolve(parts.functions)),
    clock,
    log,
    surroundings: {
      clock: clock.cell,
      endpoint: () => `${address()}/admin`,
      variables: () => merchant.variables(address()),
      skewMs: (run) => faults.skewMs(run),
    },
    sizes: parts.workers ?? DEFAULT_SIZES,
  })
  const timers = new Timers(functions, now)
  timers.refresh()
  const blobs = parts.data === ':memory:' ? memoryBlobs() : diskBlobs(join(parts.data, 'files'))
  const files = new Files(new Records(store, '_files'), blobs, now)
  const refresh = () => {
    try {
      functions.refresh()
      timers.refresh()
    } catch {
      // A build is being written; the next look finds it whole.
    }
  }
  return {
    ...{ store, power, clock, now, remember, agenda, faults, log, merchant },
    ...{ functions, timers, files, refresh },
  }
}

const firstClock = ({ at }: CloudParts): ClockState | undefined =>
  at === undefined ? undefined : { value: at, frozen: true }

interface Wiring {
  readonly parts: CloudParts
  readonly surface: Surface
  readonly core: Core
  readonly wechat: Wechat
}

function createDoors({ parts, surface, core, wechat }: Wiring): Doors {
  const { store, now, functions, faults, power, log, files } = core
  const transfers = new Transfers(files, now)
  const find = (token: string) => functions.invocation(token)
  const warn = (token: string, sentence: string) => find(token)?.lines.push(`warn: ${sentence}`)
  const whenOver = (hear: (token: string) => void) => functions.whenOver(hear)
  const reload = () => {
    functions.reload()
    core.refresh()
  }
  const health = () => ({
    ready: !surface.isImporting(),
    ...(surface.isImporting() ? { importing: true } : {}),
    versions: { node: process.versions.node, 'wx-server-sdk': sdkPackage.version },
  })
  return {
    sdk: createSdkEndpoint({
      services: [
        createDatabase({ store, now, warn, whenOver }),
        functionService(functions),
        storageService({ files, transfers, address: surface.address }),
        ...wechat.services,
      ],
      intercept: [noteCalls(find), faults.intercept(find)],
    }),
    transfers,
    api: wechat.api,
    routes: [
      ...callRoutes(core),
      ...clockRoutes(core),
      ...collectionRoutes(store, now),
      ...fileRoutes(files),
      ...logRoutes(log),
      ...faultRoutes(faults),
      ...powerRoutes(power),
      ...controlRoutes({ reload, reset: surface.reset, health }),
      ...wechat.routes,
    ],
    visitors: [
      panelRoutes(),
      ...(parts.weapp ? [phoneRoutes({ weapp: resolve(parts.weapp) })] : []),
    ],
    pages: parts.pages === undefined ? undefined : new Pages(parts.pages),
  }
}

function openData({ data, database }: CloudParts, power: Power): Store {
  try {
    return openStore({
      folder: data,
      schema: readSchema(readFileSync(database, 'utf8')),
      around: (write) => power.around(write),
    })
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StartError(`${database} cannot be read: ${String(error)}`)
  }
}

function requireFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  throw new StartError(`There is no folder ${folder}: build the functions first.`)
}
