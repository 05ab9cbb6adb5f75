/** Bundles the deployed functions as they are deployed, into texts; breaks a rule if asked to. */
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** One rule broken on purpose: a snippet of a source file and what stands there instead. */
export interface Sabotage {
  readonly name: string
  readonly file: string
  readonly snippet: string
  readonly instead: string
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
  const plugin = breakingOf(sabotage)
  return Promise.all(made.map(async (one) => (isBroken(one) ? bundle(one.name, plugin) : one)))
}

const namesOfFunctions = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'server')
    .map(({ name }) => name)

async function bundle(name: string, plugin?: Plugin): Promise<Made> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(FOLDER, name, 'index.ts')],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['wx-server-sdk'],
    tsconfig: 'tsconfig.json',
    logLevel: 'silent',
    plugins: plugin ? [plugin] : [],
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

/** Replaces the snippet while its file is read; a snippet that is not there is an error. */
function breakingOf({ name, file, snippet, instead }: Sabotage): Plugin {
  return {
    name: 'sabotage',
    setup(bundling) {
      const suffix = file.replaceAll('/', '[\\\\/]').replaceAll('.', '\\.')
      bundling.onLoad({ filter: new RegExp(`${suffix}$`) }, async ({ path }) => {
        const text = await readFile(path, 'utf8')
        if (text.split(snippet).length !== 2) {
          return {
            errors: [{ text: `"${name}" wants to break ${file}, which does not have: ${snippet}` }],
          }
        }
        return { contents: text.replace(snippet, () => instead), loader: 'ts' }
      })
    },
  }
}
