import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { identifyProcess, isAlive, isServerOf } from '../../../src/platform/embedded-postgres/process-identity.ts'

const isLinux = process.platform === 'linux'
const own = identifyProcess(process.pid) ?? ''

test('a process keeps its identity until it ends', async () => {
  const child = spawn('sleep', ['600'])
  const identity = identifyProcess(child.pid ?? 0) ?? ''
  expect(identifyProcess(child.pid ?? 0)).toBe(identity)
  expect(isAlive(identity)).toBe(true)
  child.kill()
  await once(child, 'exit')
  expect(isAlive(identity)).toBe(false)
  expect(identifyProcess(child.pid ?? 0)).toBeNull()
})

test('the same pid at another time is another process', async () => {
  expect(isAlive(own)).toBe(true)
  const child = spawn('sleep', ['600'])
  const [, startOfChild] = identifyProcess(child.pid ?? 0)?.split('@') ?? []
  expect(isAlive(`${process.pid}@${startOfChild}`)).toBe(false)
  child.kill()
})

test.runIf(isLinux)('one that has ended, but whose parent did not notice, is none', async () => {
  // The shell becomes a program that never looks after children; only then its child gets to end.
  const parent = spawn('/bin/sh', ['-c', 'exec 3<&0; cat <&3 >/dev/null & echo $!; exec tail -f /dev/null'])
  const [line] = await once(parent.stdout, 'data')
  const pid = Number(String(line))
  while (!readFileSync(`/proc/${parent.pid}/comm`, 'utf8').startsWith('tail')) await new Promise(setImmediate)
  parent.stdin.end()
  while (identifyProcess(pid) !== null) await new Promise(setImmediate)
  expect(process.kill(pid, 0)).toBe(true) // the system still knows it
  parent.kill()
})

test.each([0, -1, Number.NaN, 2 ** 30])('%d is no process', (pid) => {
  expect(identifyProcess(pid)).toBeNull()
})

test.runIf(isLinux)('a process is told by where it works', async () => {
  const child = spawn('sleep', ['600'], { cwd: '/usr' })
  await once(child, 'spawn')
  expect(isServerOf(child.pid ?? 0, '/usr')).toBe(true)
  expect(isServerOf(child.pid ?? 0, '/var')).toBe(false)
  child.kill()
})
