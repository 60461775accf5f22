import { cp, mkdtemp, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseAccount, run } from '../../../src/platform/embedded-postgres/account.ts'
import { findBinaries, packageFolder } from '../../../src/platform/embedded-postgres/binaries.ts'

const isRoot = process.getuid?.() === 0
const log = { info() {} }

/** The package in a folder that only its owner can enter. */
async function privateCopy() {
  const folder = await mkdtemp(join(tmpdir(), 'pms-package-'))
  await cp(packageFolder(), folder, { recursive: true, verbatimSymlinks: true })
  const version = `0.0.0-${basename(folder)}`
  await writeFile(join(folder, 'package.json'), JSON.stringify({ version }))
  return { folder, version, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

let copy: Awaited<ReturnType<typeof privateCopy>>
beforeAll(async () => {
  copy = await privateCopy()
})
afterAll(() => copy[Symbol.asyncDispose]())

test('links that the package manager left out are made again', async () => {
  const link = join(copy.folder, 'native', 'lib', 'libpq.so.5')
  await unlink(link)
  await findBinaries(null, log, copy.folder)
  expect((await stat(link)).isFile()).toBe(true)
})

// Only root runs the server as another user.
test.runIf(isRoot)(
  'programs in a private folder are copied to where the database user can run them, once',
  async () => {
    const account = await databaseAccount('/nowhere')
    const said: object[] = []
    const both = await Promise.all(
      [1, 2].map(() => findBinaries(account, { info: (facts) => said.push(facts) }, copy.folder)),
    )
    const copied = join(both[0]?.postgres ?? '', '..', '..')
    try {
      expect(both[1]).toEqual(both[0])
      expect(basename(copied)).toBe(`postgresql-${copy.version}`)
      expect(said).toEqual([{ from: copy.folder, to: copied }])
      for (const program of [both[0]?.postgres, both[0]?.initdb]) {
        expect(await run(program ?? '', ['--version'], { account, cwd: '/' })).toMatchObject({ ok: true })
      }
    } finally {
      await rm(copied, { recursive: true })
    }
  },
)
