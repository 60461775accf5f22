import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, it } from 'vitest'

const SOURCES = '**/*.{ts,tsx,mjs}'
const SKIPPED = ['node_modules', 'dist', '.data', '.git', 'gql']

it('every package is imported by some file, or CONTRIBUTING says what it is for', async () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const unused = new Set(Object.keys({ ...dependencies, ...devDependencies }))
  for await (const path of glob(SOURCES, {
    exclude: (name) => SKIPPED.includes(String(name).split('/').at(-1) ?? ''),
  })) {
    const text = readFileSync(path, 'utf8')
    for (const name of unused) if (text.includes(`'${name}'`) || text.includes(`'${name}/`)) unused.delete(name)
  }
  const [, explained = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('## Packages that no file imports')
  const unexplained = [...unused].filter((name) => !name.startsWith('@types/') && !explained.includes(`\`${name}\``))
  expect(unexplained).toEqual([])
})
