import { chmod, lstat, mkdir } from 'node:fs/promises'
import { PmsIntegrationError } from '../../errors.ts'
import { type Account, canEnter } from './account.ts'

const SHARED_FOLDERS = ['/var/lib/pms-adapter-layer', '/var/tmp/pms-adapter-layer']

/**
 * A folder outside of the checkout that the account can enter, for a cluster or binaries that it cannot reach where
 * they are: a clone under a private home directory, run as root.
 * @throws PmsIntegrationError `CONFIGURATION_INVALID` when there is none
 */
export async function sharedFolder(account: Account): Promise<string> {
  for (const folder of SHARED_FOLDERS) {
    if ((await makeOwnFolder(folder)) && (await canEnter(account, folder))) return folder
  }
  throw new PmsIntegrationError(
    'CONFIGURATION_INVALID',
    `The database user can enter neither DATA_DIR nor ${SHARED_FOLDERS.join(' nor ')}. Set DATA_DIR or DATABASE_URL.`,
  )
}

/** Where anybody may write, somebody else may have made the folder or a link before us: it must be ours. */
async function makeOwnFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    const found = await lstat(folder)
    if (!found.isDirectory() || found.uid !== process.getuid?.()) return false
    await chmod(folder, 0o755)
    return true
  } catch {
    return false
  }
}
