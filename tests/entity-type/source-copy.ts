import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Place } from './lines.ts'

const FILES = 'tests/entity-type/lost-item'

/** The source with the files of another entity type, as a developer would have it before the first line is entered. */
export interface SourceCopy extends AsyncDisposable {
  readonly folder: string
  enter(places: readonly Place[]): Promise<void>
  /** A module of the copy, typed as the one it is a copy of. */
  load<Module>(path: string): Promise<Module>
}

/** Below the repository, so that packages are found. */
export async function copySource(): Promise<SourceCopy> {
  const folder = await mkdtemp(resolve('tests/entity-type/.copy-'))
  for (const path of ['src', 'scripts', 'tests/kit', 'dashboard/src'])
    await cp(path, join(folder, path), { recursive: true, filter: (from) => !from.endsWith('.test.ts') })
  await cp(FILES, folder, { recursive: true })
  return {
    folder,
    async enter(places) {
      for (const { file, imports, after, entry } of places) {
        const path = join(folder, file)
        const text = await readFile(path, 'utf8')
        if (!text.includes(after)) throw new Error(`${file} has no "${after}"`)
        await writeFile(path, `${imports}\n${text.replace(after, `${after}\n  ${entry}`)}`)
      }
    },
    load: (path) => import(join(folder, path)),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
