import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openDashboard } from '../../src/http/dashboard/build.ts'
import { silentLog } from '../kit/services.ts'

const FIRST_LOAD_BYTES = 250 * 1024
const CHUNK_BYTES = 80 * 1024

let assets: string
/** Gzipped, by name. */
const sizes = new Map<string, number>()
let page: string
beforeAll(async () => {
  const folder = (await openDashboard(silentLog)) ?? ''
  assets = join(folder, 'assets')
  page = await readFile(join(folder, 'index.html'), 'utf8')
  for (const name of await readdir(assets)) {
    if (name.endsWith('.js.gz')) sizes.set(name.slice(0, -3), (await readFile(join(assets, name))).byteLength)
  }
})

test('what the page loads first is small', () => {
  const first = [...sizes].filter(([name]) => page.includes(name))
  expect(first.length).toBeGreaterThan(0)
  expect(first.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(FIRST_LOAD_BYTES)
})

test('no chunk of a screen is large', () => {
  const large = [...sizes].filter(([name, size]) => !page.includes(name) && size > CHUNK_BYTES)
  expect(large).toEqual([])
})
