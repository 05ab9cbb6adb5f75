import { shopTime } from '@domain/time'
import { now } from './clock'

/** What became of a picture that was to be saved. */
export type Saved = 'saved' | 'refused'

/** Saves a picture as a download. */
export function savePicture(address: string): Promise<Saved> {
  const link = document.createElement('a')
  link.href = address
  link.download = `poster-${shopTime(now(), 'MMDD-HHmmss')}.png`
  link.click()
  return Promise.resolve('saved')
}
