import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where the vendors' specifications and samples lie, beside the repository; they are not part of it. */
const FOLDER = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'vendors')

export const hasVendorSpecs = existsSync(FOLDER)

export function readVendorText(...path: string[]): string {
  return readFileSync(join(FOLDER, ...path), 'utf8')
}

export function readVendorFile<T = Record<string, unknown>>(...path: string[]): T {
  return JSON.parse(readVendorText(...path)) as T
}
