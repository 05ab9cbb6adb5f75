import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** A house of our own to break rules in: the files given, with this house's workshop. */
export interface PlantedHouse {
  readonly root: string
  readonly remove: () => void
}

/** Builds a house in the system's folder for such things. */
export function plant(files: Readonly<Record<string, string>>): PlantedHouse {
  const house = mkdtempSync(path.join(tmpdir(), 'jutuan-tidy-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(house, name)), { recursive: true })
    writeFileSync(path.join(house, name), text)
  }
  for (const part of ['tsconfig.json', 'package.json'])
    cpSync(path.join(root, part), path.join(house, part))
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'))
  return {
    root: house,
    remove: () => {
      rmSync(house, { recursive: true })
    },
  }
}
