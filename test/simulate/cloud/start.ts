/** Starts the built local cloud as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'

/** A local cloud that answers. */
export interface Started {
  readonly child: ChildProcess
  readonly url: string
}

/** Starts it on a free port with these functions; `more` is the rest of its command line. */
export async function startCloud(functions: string, more: readonly string[]): Promise<Started> {
  const child = spawn(
    process.execPath,
    [
      ...['dist/emulator/main.js', '--port', '0', '--functions', functions],
      ...['--database', 'cloudfunctions/database.json', ...more],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(text.toString()) ?? []
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error('The local cloud did not start.')))
  })
  return { child, url }
}
