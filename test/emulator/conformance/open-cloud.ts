import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDatabase } from '../../../emulator/database/database'
import { limits } from '../../../emulator/limits'
import { createSdkEndpoint } from '../../../emulator/sdk/endpoint'
import type { Service } from '../../../emulator/service'
import type { DatabaseSchema } from '../../../emulator/store/schema'
import { openStore, type Store } from '../../../emulator/store/store'
import { sdk, type Sdk } from './sdk'

/**
 * A local cloud with a database and nothing else, asked by the unmodified SDK as a function does.
 */
export interface TestCloud {
  readonly sdk: Sdk
  readonly store: Store
  readonly warnings: string[]
  /** The moment `db.serverDate()` stands for. */
  readonly now: number
  close(): Promise<void>
}

export interface TestCloudOptions {
  readonly schema?: DatabaseSchema
  readonly services?: readonly Service[]
  readonly transactionMs?: number
  readonly lockWaitMs?: number
  readonly collections?: number
}

const shopSchema: DatabaseSchema = {
  collections: {
    goods: { permission: 'ADMINONLY', indexes: [] },
    orders: {
      permission: 'ADMINONLY',
      indexes: [{ name: 'by_number', fields: [['number', 1]], unique: true }],
    },
  },
}

export async function openCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const warnings: string[] = []
  const now = Date.UTC(2026, 2, 1, 2)
  const { transactionMs = limits.transactionMs, lockWaitMs = limits.lockWaitMs } = options
  const store = openStore({
    folder: ':memory:',
    schema: options.schema ?? shopSchema,
    limits: { transactionMs, lockWaitMs },
  })
  const database = createDatabase({
    store,
    now: () => now,
    limits: { collections: options.collections ?? limits.collections },
    warn: (_token, sentence) => warnings.push(sentence),
  })
  const answer = createSdkEndpoint({ services: [database, ...(options.services ?? [])] })
  const server = createServer((request, response) => void answer(request, response))
  server.keepAliveTimeout = limits.keepAliveMs
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  pretendToBeAFunction((server.address() as AddressInfo).port)
  sdk.init({ env: 'test-env' })
  return {
    sdk,
    store,
    warnings,
    now,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await store.close()
    },
  }
}

function pretendToBeAFunction(port: number): void {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'any',
    TENCENTCLOUD_SECRETKEY: 'any',
    SCF_NAMESPACE: 'test-env',
    TCB_ENV: 'test-env',
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_API_TOKEN',
    WX_OPENID: 'ann',
    WX_API_TOKEN: 'invocation-1',
  })
}
