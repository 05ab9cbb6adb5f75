import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A file of the house that people wrote. */
export interface HouseFile {
  /** From the root of the house, with slashes: `src/domain/money.ts`. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
}

/** Something that a rule of the house does not allow. */
export interface Slip {
  readonly file: string
  /** Where in the file, counted from 1; nothing where it is about the file itself. */
  readonly line?: number
  readonly slip: string
}

/** A rule of the house, with the sentence that somebody reads who broke it. */
export interface HouseRule {
  readonly name: string
  readonly why: string
  readonly check: (house: readonly HouseFile[]) => Slip[]
}

// What tools make, and what the machine keeps.
const notOurs = new Set(['node_modules', 'dist', '.git', '.data', '.temp', '.swc', 'coverage'])
const text = /\.(ts|tsx|mjs|cjs|js|json|scss|css|html|md|yml|yaml|svg|sh)$|(^|\/)(\.[a-z]+|run)$/

/** Every file of the house that holds text. */
export function readHouse(root: string): HouseFile[] {
  const under = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : under(name)
      return entry.isFile() && text.test(name) ? [name] : []
    })
  return under('').map((name) => {
    const content = readFileSync(path.join(root, name), 'utf8')
    return { path: name, text: content, lines: content.replace(/\n$/, '').split('\n') }
  })
}

/** The files of some rooms, e.g. `src/domain/`, of the kinds that a rule looks at. */
export function filesIn(
  house: readonly HouseFile[],
  rooms: readonly string[],
  kinds = /\.(ts|tsx)$/,
): HouseFile[] {
  return house.filter(
    (file) => kinds.test(file.path) && rooms.some((room) => file.path.startsWith(room)),
  )
}

/** Every line of some files that a pattern is found in. */
export function grep(files: readonly HouseFile[], pattern: RegExp): Slip[] {
  return files.flatMap((file) =>
    file.lines.flatMap((line, index) => {
      const found = pattern.exec(line)
      return found ? [{ file: file.path, line: index + 1, slip: found[0].trim() }] : []
    }),
  )
}

const parsed = new WeakMap<HouseFile, ts.SourceFile>()

/** A file as TypeScript reads it. */
export function parse(file: HouseFile): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true)
  parsed.set(file, source)
  return source
}

/** Walks through a whole file; what `look` names is a slip at that place. */
export function walk(file: HouseFile, look: (node: ts.Node) => string | undefined): Slip[] {
  const source = parse(file)
  const slips: Slip[] = []
  const visit = (node: ts.Node): void => {
    const slip = look(node)
    if (slip !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      slips.push({ file: file.path, line: line + 1, slip })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return slips
}
