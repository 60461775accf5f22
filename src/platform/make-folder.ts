import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PmsIntegrationError } from '../errors.ts'

/**
 * Makes a folder and those above it, one by one: asked for all at once in a place that holds none, such as `/proc`, Node
 * tries without end and keeps a processor busy.
 * @throws PmsIntegrationError `CONFIGURATION_INVALID` naming what cannot be made, and why
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  try {
    mkdirSync(path)
  } catch (error) {
    if (isFolder(path)) return // another process was faster
    const { code } = error as NodeJS.ErrnoException
    throw new PmsIntegrationError(
      'CONFIGURATION_INVALID',
      `The folder ${path} cannot be made (${code}). Set DATA_DIR.`,
      {
        cause: error,
      },
    )
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
