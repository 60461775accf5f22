import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { PmsIntegrationError } from '../../errors.ts'
import { identifyProcess, isAlive } from './process-identity.ts'

const POLL_MS = 25
const WAIT_MS = 120_000
/** A lock whose holder died before it could write its name. */
const NAMELESS_MS = 2_000

/**
 * Runs `work` while no other process on this machine holds the lock at `path`. A holder that died loses it.
 * @throws PmsIntegrationError `SERVICE_UNAVAILABLE` when a living holder keeps it for two minutes,
 * `CONFIGURATION_INVALID` when its folder cannot be written
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + WAIT_MS
  while (!create(path)) {
    removeIfAbandoned(path)
    if (performance.now() > deadline) {
      throw new PmsIntegrationError('SERVICE_UNAVAILABLE', `Another process keeps ${path} locked.`)
    }
    await delay(POLL_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function create(path: string): boolean {
  try {
    writeFileSync(path, identifyProcess(process.pid) ?? '', { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    throw new PmsIntegrationError('CONFIGURATION_INVALID', `${path} cannot be written (${code}).`, { cause: error })
  }
}

/**
 * Two waiters that both see a dead holder must not remove each other's fresh lock: the look and the removal happen
 * under a guard. All of it is synchronous, so a guard outlives its process only if that is killed within microseconds.
 */
function removeIfAbandoned(path: string): void {
  if (!isAbandoned(path)) return
  const guard = `${path}.guard`
  if (!create(guard)) {
    if (isAbandoned(guard)) rmSync(guard, { force: true })
    return
  }
  try {
    if (isAbandoned(path)) rmSync(path, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

function isAbandoned(path: string): boolean {
  try {
    const holder = readFileSync(path, 'utf8')
    if (holder !== '') return !isAlive(holder)
    return Date.now() - statSync(path).mtimeMs > NAMELESS_MS
  } catch {
    return false // released meanwhile
  }
}
