import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What may be handed on, with its sources: see its README. */
const CONTRACTS = resolve(import.meta.dirname, '..', 'contracts')
/** The rest lies beside the repository, for those who have it; tests that need it say so and are skipped. */
const LIBRARY = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'vendors')

const pathOf = (path: readonly string[]) =>
  [CONTRACTS, LIBRARY].map((folder) => join(folder, ...path)).find((file) => existsSync(file))

/** Whether a specification or sample is there to be read. */
export const hasVendorFile = (...path: string[]): boolean => pathOf(path) !== undefined

export function readVendorText(...path: string[]): string {
  const file = pathOf(path)
  if (file === undefined) throw new Error(`${path.join('/')} is neither in tests/contracts nor beside the repository`)
  return readFileSync(file, 'utf8')
}

export function readVendorFile<T = Record<string, unknown>>(...path: string[]): T {
  return JSON.parse(readVendorText(...path)) as T
}
