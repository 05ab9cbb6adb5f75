/** What makes a shop forget by a power cut, put into a copy of its functions on purpose. */
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundleFunctions, type Sabotage } from '../fast/bundle'

export const sabotages: readonly Sabotage[] = [
  {
    name: 'who asks again orders again',
    file: 'server/orders/place.ts',
    snippet: 'const orderId = orderIdOf(memberId, placing.requestId)',
    instead: 'const orderId = orderIdOf(memberId, placing.requestId + String(Math.random()))',
  },
  {
    name: 'what was left to do is never looked at again',
    file: 'server/orders/due.ts',
    snippet: 'where: (now) => ({ todoAt: _.lte(now) })',
    instead: 'where: (now) => ({ todoAt: _.lte(now - now) })',
  },
]

/** Bundles broken functions into a folder, as they would be deployed. */
export async function brokenFunctions(name: string, folder: string): Promise<string> {
  const sabotage = sabotages.find((one) => one.name === name)
  if (!sabotage) throw new Error(`There is no sabotage "${name}".`)
  for (const bundle of await bundleFunctions(sabotage)) {
    const own = join(folder, bundle.name)
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'index.js'), bundle.code)
    copyFileSync(join('cloudfunctions', bundle.name, 'config.json'), join(own, 'config.json'))
  }
  symlinkSync(resolve('node_modules'), join(folder, '..', 'node_modules'))
  return folder
}
