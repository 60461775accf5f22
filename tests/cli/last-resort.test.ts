import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

/** A process of its own that serves until its parent ends its input. */
const SERVING = `
  import { EventEmitter } from 'node:events'
  import { keepServing } from './src/cli/last-resort.ts'
  keepServing({ error: ({ err }) => process.stderr.write(err.message + '\\n') })
  setTimeout(() => { throw new Error('thrown in a callback') })
  setTimeout(() => new EventEmitter().emit('error', new Error('emitted to nobody')))
  Promise.reject(new Error('rejected unheard'))
  process.stdin.on('data', () => process.stdout.write('still serving\\n')).on('end', () => process.exit(7))
`

function start() {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', SERVING]
  return spawn(process.execPath, args, { stdio: 'pipe' })
}

test('a process that serves logs what nobody listened for, and goes on', async () => {
  const child = start()
  const said = text(child.stderr)
  child.stdin.write('?')
  await once(child.stdout, 'data')
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([7, null])
  expect((await said).trim().split('\n').sort()).toEqual([
    'emitted to nobody',
    'rejected unheard',
    'thrown in a callback',
  ])
})

test('a process that serves goes on when nobody reads its output any more', async () => {
  const child = start()
  child.stdout.destroy()
  child.stderr.destroy()
  child.stdin.write('?')
  child.stdin.end('?')
  expect(await once(child, 'exit')).toEqual([7, null])
})
