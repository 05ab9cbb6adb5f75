/**
 * Keeps other web sites out: a page elsewhere must not steer a cloud that listens on this machine.
 */
import type { IncomingMessage } from 'node:http'

const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Why a request is foreign, or undefined when it is our own. */
export function foreignTrouble({ headers }: IncomingMessage): string | undefined {
  const { host = '', origin } = headers
  // A foreign name for 127.0.0.1 is how DNS rebinding looks from here.
  if (!OWN_NAMES.has(host.replace(/:\d+$/, ''))) return `This cloud is not called ${host}.`
  if (origin !== undefined && origin !== `http://${host}`)
    return `${origin} may not call this cloud.`
  return undefined
}
