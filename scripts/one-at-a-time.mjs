// Work that only one process of this machine may do at a time.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

const PAUSE_MS = 200
/** Whoever holds a lock for longer is gone, and its number belongs to somebody else by now. */
const LONGEST_MS = 30 * 60_000

/**
 * Does the work while this process holds the lock, a file with its number, and waits for whoever
 * holds it now. The lock of a process that is gone is taken over.
 */
export function oneAtATime(lock, work) {
  while (!take(lock)) pause()
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const holder = unlessGone(() => ({ says: readFileSync(lock, 'utf8'), ...statSync(lock) }))
  if (holder && isLeft(holder)) remove(lock, holder)
  return false
}

const isLeft = ({ says, mtimeMs }) =>
  Date.now() - mtimeMs > LONGEST_MS || (says !== '' && !isAlive(Number(says)))

function isAlive(pid) {
  try {
    // Signal 0 only asks.
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Only one of those who wait gets hold of the file; if it is a new one already, it goes back. */
function remove(lock, { says }) {
  const own = `${lock}.${process.pid}`
  if (unlessGone(() => renameSync(lock, own) ?? own) === undefined) return
  if (readFileSync(own, 'utf8') !== says) linkSync(own, lock)
  rmSync(own)
}

/** What is read of a file, or nothing when somebody else was faster. */
function unlessGone(read) {
  try {
    return read()
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return undefined
  }
}

function pause() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
}
