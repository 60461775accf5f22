import { describe, expect, test } from 'vitest'
import { pageOf } from '../../../../src/providers/opera/operations/list-page.ts'
import { readAll as readList } from '../../../../src/providers/transport/moving-list.ts'

interface Answer {
  readonly rows: readonly unknown[]
  readonly hasMore?: boolean
  readonly limit?: number
  readonly totalResults?: number
}
type Read = (offset: number, limit: number) => Answer

const rowsOf = (ids: readonly number[]) => ids.map(String)

const readAll = (read: Read) =>
  readList({
    pageSize: 20,
    async read(offset, limit) {
      const { rows, ...said } = read(offset, limit)
      return pageOf(rows, limit, said)
    },
  })

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('the end of a list', () => {
  const vendor = (count: number, signs: (offset: number, rows: number) => Omit<Answer, 'rows'>): Read => {
    const all = rowsOf(numbers(count))
    return (offset, limit) => {
      const rows = all.slice(offset, offset + limit)
      return { rows, ...signs(offset, rows.length) }
    }
  }
  test.each([0, 1, 19, 20, 21, 40, 41, 100])('is found without any sign: %i rows', async (count) => {
    expect(await readAll(vendor(count, () => ({})))).toEqual(rowsOf(numbers(count)))
  })

  test('is a short page, whatever the vendor says about more', async () => {
    expect(await readAll(vendor(9, () => ({ hasMore: true, totalResults: 1_000 })))).toHaveLength(9)
  })

  test('is not a page that the vendor made smaller than asked', async () => {
    const capped: Read = (offset) => vendor(50, () => ({ limit: 10 }))(offset, 10)
    expect(await readAll(capped)).toEqual(rowsOf(numbers(50)))
  })

  test('is a full page without more', async () => {
    let asked = 0
    const read = vendor(20, () => ({ hasMore: false }))
    await readAll((offset, limit) => {
      asked += 1
      return read(offset, limit)
    })
    expect(asked).toBe(1)
  })

  test('of a vendor that repeats its first page for ever is an error', async () => {
    const broken: Read = () => ({ rows: rowsOf(numbers(20)), hasMore: true })
    await expect(readAll(broken)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })
})
