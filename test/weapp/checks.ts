/** WeChat's own checks of a built package, run offline. */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { compileTemplates, filesIn } from '../../emulator/phone/compiler'

/** One rule of WeChat's code-quality check. */
export interface QualityRule {
  readonly name: string
  readonly success: boolean
  readonly text?: string
  readonly detail?: unknown
}

/** Sizes of a package in bytes: the main package, and each subpackage by its folder. */
export interface PackageSizes {
  readonly main: number
  readonly subpackages: Readonly<Record<string, number>>
}

/** What wcc has against the templates; undefined when it accepts them all. */
export function templateProblem(weapp: string): string | undefined {
  try {
    compileTemplates(weapp)
    return undefined
  } catch (error) {
    return String(error)
  }
}

/** What WeChat's uploader says of a package that it compiled. */
export interface Inspection {
  readonly pages: number
  readonly uploadBytes: number
  readonly quality: readonly QualityRule[]
}

/** Has WeChat's uploader read, compile and check a package; throws in its words if it does not. */
export function inspect(weapp: string): Inspection {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/inspect-weapp.cjs', weapp],
    { encoding: 'utf8' },
  )
  const answer = /^INSPECTED (.*)$/m.exec(stdout)?.[1]
  if (status !== 0 || answer === undefined) throw new Error(stderr)
  return JSON.parse(answer) as Inspection
}

interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[]
}

/** Measures the packages as WeChat counts them: what is not in a subpackage is in the main one. */
export function packageSizes(weapp: string): PackageSizes {
  const app = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'))
  const subpackages = Object.fromEntries(roots.map((root) => [root, 0]))
  let main = 0
  for (const file of filesIn(weapp)) {
    const { size } = statSync(path.join(weapp, file))
    const root = roots.find((one) => file.startsWith(one))
    if (root === undefined) main += size
    else subpackages[root] = (subpackages[root] ?? 0) + size
  }
  return { main, subpackages }
}

/** Pictures of a package by size in bytes. */
export function pictureSizes(weapp: string): Readonly<Record<string, number>> {
  const pictures = filesIn(weapp, ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg'])
  return Object.fromEntries(pictures.map((file) => [file, statSync(path.join(weapp, file)).size]))
}
