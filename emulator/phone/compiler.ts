/** WeChat's own compilers for templates (wcc) and styles (wcsc), run as the programs they are. */
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folders: Readonly<Record<string, string>> = {
  darwin: 'mac',
  win32: 'windows',
  linux: 'linux',
}
const packages = createRequire(__filename)
const maxOutput = 256 * 1024 * 1024

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const programs = new Map<string, string>()

/** Path of a compiler that can be run. The package's archive lost the permission to execute. */
function program(name: 'wcc' | 'wcsc'): string {
  const known = programs.get(name)
  if (known !== undefined) return known
  const folder = folders[process.platform] ?? 'linux'
  const file = name + (folder === 'windows' ? '.exe' : '')
  const home = path.dirname(packages.resolve('miniprogram-compiler/package.json'))
  let found = path.join(home, 'bin', folder, file)
  if (!isExecutable(found)) found = madeExecutable(found)
  programs.set(name, found)
  return found
}

/** Sets the permission, on a copy where the package may not be changed. */
function madeExecutable(file: string): string {
  try {
    chmodSync(file, 0o755)
    return file
  } catch {
    const copy = path.join(
      mkdtempSync(path.join(tmpdir(), 'wechat-compiler-')),
      path.basename(file),
    )
    copyFileSync(file, copy)
    chmodSync(copy, 0o755)
    return copy
  }
}

/** Files below a folder (with one of these extensions, if given) by their paths from it, sorted. */
export function filesIn(folder: string, extensions?: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && (!extensions || extensions.includes(path.extname(entry.name))),
    )
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
}

/** Which components each template may use, as wcc wants to be told. */
function usedComponents(folder: string, templates: readonly string[]): string {
  const uses = templates.flatMap((template) => {
    const tags = componentTags(path.join(folder, template.replace(/wxml$/, 'json')))
    return tags.length > 0 ? [[template, tags.length, ...tags]] : []
  })
  return [uses.length, ...uses.flat()].join(' ')
}

function componentTags(file: string): string[] {
  try {
    const page = JSON.parse(readFileSync(file, 'utf8')) as { usingComponents?: object }
    return Object.keys(page.usingComponents ?? {})
  } catch {
    // A template that is only imported has no settings beside it.
    return []
  }
}

/** Compiles every template of a package into one script; throws with wcc's words. */
export function compileTemplates(weapp: string): string {
  const templates = filesIn(weapp, ['.wxml'])
  const scripts = filesIn(weapp, ['.wxs'])
  const uses = usedComponents(weapp, templates)
  const options = ['-d', '-cc', uses, ...templates, ...scripts, '-gn', '$gwx']
  const { status, stdout, stderr, error } = spawnSync(program('wcc'), options, {
    cwd: weapp,
    maxBuffer: maxOutput,
    encoding: 'utf8',
  })
  if (error) throw error
  if (status !== 0) throw new Error(`wcc: ${stderr}`)
  return stdout
}

/** What wcsc has against the style sheets of a package; undefined when it accepts them all. */
export function styleProblem(weapp: string): string | undefined {
  const sheets = filesIn(weapp, ['.wxss'])
  // All at once: a sheet that another one imports has to be among them.
  const { status, stdout, stderr, error } = spawnSync(
    program('wcsc'),
    ['-lc', '-db', '-pc', String(sheets.length), ...sheets],
    { cwd: weapp, maxBuffer: maxOutput, encoding: 'utf8' },
  )
  if (error) throw error
  return status === 0 ? undefined : `wcsc: ${stderr || stdout}`
}
