import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { PmsIntegrationError } from '../errors.ts'
import type { Config, EncryptionKey, TokenConfig } from '../platform/config.ts'
import { makeFolder } from '../platform/make-folder.ts'
import { Secret } from '../platform/secret.ts'

const FILE = 'dev-keys.json'

const devKeys = z.object({
  warning: z.string(),
  jwtSecret: z.string().min(32),
  encryptionKey: z.object({ id: z.string(), key: z.base64() }),
})
type DevKeys = z.output<typeof devKeys>

/** The keys that the service works with, whether configured or generated. */
export interface Keys {
  readonly tokens: Exclude<TokenConfig, { kind: 'generated' }>
  readonly encryption: readonly EncryptionKey[]
}

/**
 * Completes the configured keys. What is missing in development is generated once and kept in `dev-keys.json` under
 * the data directory, readable by its owner alone. Production never gets here without keys: its configuration fails.
 * @throws PmsIntegrationError `CONFIGURATION_INVALID` when the file exists and is not what was written
 */
export async function resolveKeys(config: Pick<Config, 'tokens' | 'encryption' | 'dataDir'>): Promise<Keys> {
  const { tokens, encryption, dataDir } = config
  if (tokens.kind !== 'generated' && encryption.kind !== 'generated') return { tokens, encryption: encryption.keys }
  const generated = await readOrCreate(dataDir)
  const { issuer, audience } = tokens
  return {
    tokens:
      tokens.kind === 'generated'
        ? { kind: 'secret', secret: new Secret(generated.jwtSecret), issuer, audience }
        : tokens,
    encryption: encryption.kind === 'generated' ? [toEncryptionKey(generated)] : encryption.keys,
  }
}

function toEncryptionKey({ encryptionKey }: DevKeys): EncryptionKey {
  return { id: encryptionKey.id, key: new Secret(Buffer.from(encryptionKey.key, 'base64')) }
}

async function readOrCreate(dataDir: string): Promise<DevKeys> {
  const path = join(dataDir, FILE)
  return (await read(path)) ?? (await create(dataDir, path))
}

async function read(path: string): Promise<DevKeys | undefined> {
  try {
    return devKeys.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new PmsIntegrationError('CONFIGURATION_INVALID', `The generated keys in ${path} cannot be read.`, {
      cause: error,
    })
  }
}

async function create(dataDir: string, path: string): Promise<DevKeys> {
  const keys: DevKeys = {
    warning: 'Generated for development. Losing this file makes stored credentials unreadable.',
    jwtSecret: randomBytes(32).toString('base64url'),
    encryptionKey: { id: 'dev', key: randomBytes(32).toString('base64') },
  }
  makeFolder(dataDir)
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    // A link appears whole or not at all, and never replaces the keys that another process made meanwhile.
    await link(draft, path)
    return keys
  } catch (error) {
    const made = await read(path)
    if (made) return made
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}
