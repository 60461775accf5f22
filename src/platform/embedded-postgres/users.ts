import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identifyProcess, isAlive } from './process-identity.ts'

/**
 * Signs this process up as a user of the server whose folder this is. The returned function signs it off and tells how
 * many living users are left; those that died are struck off. Call both under the lock.
 */
export async function signUp(folder: string): Promise<() => Promise<number>> {
  const entry = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}`)
  await writeFile(entry, identifyProcess(process.pid) ?? '')
  return async () => {
    await rm(entry, { force: true })
    return countLiving(folder)
  }
}

async function countLiving(folder: string): Promise<number> {
  let living = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const entry = join(folder, name)
    if (isAlive(await readFile(entry, 'utf8'))) living++
    else await rm(entry, { force: true })
  }
  return living
}
