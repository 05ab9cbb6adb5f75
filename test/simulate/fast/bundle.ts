/** Bundles the deployed functions as they are deployed, into texts; breaks a rule if asked to. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { cutting, FUNCTION, type Cut } from '../../harness/faults'

/** One rule broken on purpose. */
export interface Sabotage extends Cut {
  readonly name: string
}

/** A function as it is deployed. */
export interface Bundle {
  readonly name: string
  readonly code: string
  readonly variables: Readonly<Record<string, string>>
  /** It is called each minute. */
  readonly isTicked: boolean
}

const FOLDER = 'cloudfunctions'

/** A bundle with the files that it was made of. */
interface Made extends Bundle {
  readonly inputs: readonly string[]
}

let whole: Promise<readonly Made[]> | undefined

/** Every function of the shop; what a sabotage does not touch is bundled once. */
export async function bundleFunctions(sabotage?: Sabotage): Promise<readonly Bundle[]> {
  whole ??= Promise.all(namesOfFunctions().map((name) => bundle(name)))
  const made = await whole
  if (!sabotage) return made
  const isBroken = ({ inputs }: Made) => inputs.some((input) => input.endsWith(sabotage.file))
  if (!made.some(isBroken)) {
    throw new Error(`"${sabotage.name}" breaks nothing: no function has ${sabotage.file}.`)
  }
  return Promise.all(made.map(async (one) => (isBroken(one) ? bundle(one.name, [sabotage]) : one)))
}

const namesOfFunctions = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'server')
    .map(({ name }) => name)

async function bundle(name: string, cuts: readonly Cut[] = []): Promise<Made> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(FOLDER, name, 'index.ts')],
    ...FUNCTION,
    write: false,
    metafile: true,
    plugins: [cutting(cuts)],
  })
  const inputs = Object.keys(metafile.inputs)
  return { name, inputs, code: outputFiles[0]?.text ?? '', ...readConfig(name) }
}

/** Each minute is all that the fast cloud can do: another cron would need the real one. */
const EACH_MINUTE = '0 * * * * * *'

function readConfig(name: string): Pick<Bundle, 'variables' | 'isTicked'> {
  const config = JSON.parse(readFileSync(join(FOLDER, name, 'config.json'), 'utf8')) as {
    envVariables?: Record<string, string>
    triggers?: { config: string }[]
  }
  const triggers = config.triggers ?? []
  const strange = triggers.find((trigger) => trigger.config !== EACH_MINUTE)
  if (strange) throw new Error(`${name} ticks at "${strange.config}": only each minute is known.`)
  return { variables: config.envVariables ?? {}, isTicked: triggers.length > 0 }
}
