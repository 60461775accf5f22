import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/platform/config.ts'
import { resolveKeys } from '../../src/security/dev-keys.ts'

async function emptyFolder() {
  const path = await mkdtemp(join(tmpdir(), 'pms-keys-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

const reveal = ({ tokens, encryption }: Awaited<ReturnType<typeof resolveKeys>>) => [
  tokens.kind === 'secret' && tokens.secret.reveal(),
  ...encryption.map(({ id, key }) => `${id}:${key.reveal().toString('base64')}`),
]

test('keys are generated once, for their owner alone', async () => {
  await using folder = await emptyFolder()
  const config = loadConfig({ NODE_ENV: 'development', DATA_DIR: join(folder.path, 'new') })
  const first = reveal(await resolveKeys(config))
  expect(reveal(await resolveKeys(config))).toEqual(first)
  expect(first[0]).toHaveLength(43)
  expect((await stat(join(config.dataDir, 'dev-keys.json'))).mode & 0o777).toBe(0o600)
})

test('processes that start together agree on the keys', async () => {
  await using folder = await emptyFolder()
  const config = loadConfig({ NODE_ENV: 'development', DATA_DIR: folder.path })
  const all = await Promise.all(Array.from({ length: 20 }, () => resolveKeys(config)))
  expect(new Set(all.map((keys) => JSON.stringify(reveal(keys)))).size).toBe(1)
  expect(await readdir(folder.path)).toEqual(['dev-keys.json'])
})

test('configured keys are used as they are, and nothing is written', async () => {
  await using folder = await emptyFolder()
  const key = Buffer.alloc(32, 1).toString('base64')
  const config = loadConfig({
    NODE_ENV: 'development',
    DATA_DIR: folder.path,
    JWT_SECRET: 's'.repeat(32),
    ENCRYPTION_KEYS: `k1:${key}`,
  })
  expect(reveal(await resolveKeys(config))).toEqual(['s'.repeat(32), `k1:${key}`])
  expect(await readdir(folder.path)).toEqual([])
})

test('only the missing half is generated', async () => {
  await using folder = await emptyFolder()
  const config = loadConfig({ NODE_ENV: 'development', DATA_DIR: folder.path, JWKS_URL: 'https://id.example.com/jwks' })
  const keys = await resolveKeys(config)
  expect(keys.tokens.kind).toBe('jwks')
  expect(keys.encryption[0]?.id).toBe('dev')
})

test('a spoilt file is an error and not replaced, since it opens stored credentials', async () => {
  await using folder = await emptyFolder()
  const path = join(folder.path, 'dev-keys.json')
  await writeFile(path, '{')
  await expect(resolveKeys(loadConfig({ NODE_ENV: 'development', DATA_DIR: folder.path }))).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
    message: expect.stringContaining(path),
  })
  expect(await readFile(path, 'utf8')).toBe('{')
})
