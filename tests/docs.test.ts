import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pages } from '../scripts/pages.ts'

describe('pages that the code writes are up to date (npm run docs)', () => {
  it.for(Object.entries(pages))('%s', ([path, page]) => {
    expect(readFileSync(path, 'utf8')).toBe(page())
  })
})
