/** Starts a phone from a built package on disk: what tests under jsdom use. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compileTemplates } from './compiler'
import type { Templates } from './component-library'
import { Driver } from './driver'
import { Phone } from './phone'
import type { PhoneOptions } from './phone-options'
import { loadTemplates } from './templates'

const compiled = new Map<string, Templates>()

/** The templates of a package, compiled once per process. */
function templatesOf(weapp: string): Templates {
  const known = compiled.get(weapp)
  if (known) return known
  const templates = loadTemplates(compileTemplates(weapp))
  compiled.set(weapp, templates)
  return templates
}

/** What a test decides; the package comes from disk. */
export type LaunchOptions = Omit<PhoneOptions, 'read' | 'templates' | 'root'>

/** A phone with the package of `weapp`, not opened yet. Several may run side by side. */
export function launchPhone(weapp: string, options: LaunchOptions): Driver {
  const root = document.createElement('div')
  document.body.append(root)
  const read = (file: string) => {
    try {
      return readFileSync(path.join(weapp, file), 'utf8')
    } catch {
      return undefined
    }
  }
  return new Driver(new Phone({ ...options, root, read, templates: templatesOf(weapp) }))
}
