import { appendFileSync, existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withFileLock } from '../../../src/platform/embedded-postgres/file-lock.ts'
import { identifyProcess } from '../../../src/platform/embedded-postgres/process-identity.ts'
import { startChild } from './child.ts'

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'pms-lock-'))
  return {
    lock: join(path, 'lock'),
    journal: join(path, 'journal'),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  }
}

/** Whether each taking was given back before the next one. */
function isOneAtATime(journal: string): boolean {
  const lines = readFileSync(journal, 'utf8').trim().split('\n')
  return lines.every((line, i) => (i % 2 === 0 ? line.startsWith('+') : line === lines[i - 1]?.replace('+', '-')))
}

const ghost = () => String(identifyProcess(process.pid)).replace('@', '@9') // our pid, but started another time

test('processes take turns, and a holder that died does not block them', async () => {
  await using place = await folder()
  writeFileSync(place.lock, ghost())
  const children = Array.from({ length: 4 }, () => startChild('hold-lock.ts', place.lock, place.journal, '25'))
  await Promise.all(children.map((child) => child.ended))
  expect(readFileSync(place.journal, 'utf8').trim().split('\n')).toHaveLength(200)
  expect(isOneAtATime(place.journal)).toBe(true)
  expect(existsSync(place.lock)).toBe(false)
})

test('many in one process take turns', async () => {
  await using place = await folder()
  const take = (name: number) =>
    withFileLock(place.lock, async () => {
      appendFileSync(place.journal, `+${name}\n`)
      await setImmediate()
      appendFileSync(place.journal, `-${name}\n`)
    })
  await Promise.all(Array.from({ length: 20 }, (_, i) => take(i)))
  expect(isOneAtATime(place.journal)).toBe(true)
})

test('work that fails gives the lock back', async () => {
  await using place = await folder()
  await expect(withFileLock(place.lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await withFileLock(place.lock, async () => 'done')).toBe('done')
})

test('a holder that died before it could write its name loses the lock after a while', async () => {
  await using place = await folder()
  writeFileSync(place.lock, '')
  utimesSync(place.lock, 0, 0)
  expect(await withFileLock(place.lock, async () => 'done')).toBe('done')
})

test('a folder that cannot be written is a matter of configuration', async () => {
  await using place = await folder()
  await chmod(join(place.lock, '..'), 0o755)
  await expect(withFileLock(join(place.lock, 'none', 'lock'), async () => {})).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
  })
})
