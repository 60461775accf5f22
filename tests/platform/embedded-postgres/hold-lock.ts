// A process that takes a lock again and again and reports when it got it and when it gave it back.
import { appendFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { withFileLock } from '../../../src/platform/embedded-postgres/file-lock.ts'

const [lock = '', journal = '', rounds = '0'] = process.argv.slice(2)
for (let round = 0; round < Number(rounds); round++) {
  await withFileLock(lock, async () => {
    appendFileSync(journal, `+${process.pid}\n`)
    await setImmediate()
    appendFileSync(journal, `-${process.pid}\n`)
  })
}
