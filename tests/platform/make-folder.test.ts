import { existsSync } from 'node:fs'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../src/platform/make-folder.ts'

test.runIf(existsSync('/proc/self'))(
  'a folder that cannot be made is said at once, and keeps no processor busy',
  () => {
    for (const path of ['/proc/none/of/this', '/proc/self/none', '/sys/none/of/this'])
      expect(() => makeFolder(path)).toThrow(/^The folder .+ cannot be made \(E[A-Z]+\)\. Set DATA_DIR\.$/)
  },
)

test('a folder below a file is none', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'pms-folder-'))
  const file = join(folder.path, 'file')
  await writeFile(file, '')
  expect(() => makeFolder(join(file, 'a', 'b'))).toThrow(/cannot be made/)
})

test('all that is missing of a path is made, once or twice', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'pms-folder-'))
  const path = join(folder.path, 'a', 'b', 'c')
  makeFolder(path)
  makeFolder(path)
  expect(existsSync(path)).toBe(true)
})
