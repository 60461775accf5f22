import { expect, test } from 'vitest'
import type { FetchedPage } from '../../../../src/providers/provider.ts'
import { wholeItem } from '../../../../src/providers/transport/graphql/list.ts'
import { relayPages } from '../../../../src/providers/transport/graphql/paging.ts'

const page = (ids: readonly (string | null)[], endCursor: string | null, hasNextPage = endCursor !== null) => ({
  data: {
    rooms: {
      edges: ids.map((id) => (id === null ? null : { node: { id } })),
      pageInfo: { hasNextPage, endCursor },
      totalCount: 3,
    },
  },
  errors: [],
})
const gather = async (pages: AsyncGenerator<FetchedPage>) => {
  const found: FetchedPage[] = []
  for await (const one of pages) found.push(one)
  return found
}

test('a connection is walked from a cursor to its end', async () => {
  const answers = { start: page(['1', '2'], 'b'), b: page(['3'], null) }
  const ask = async (after: string | null) => answers[(after ?? 'start') as keyof typeof answers]
  const [first, second] = [
    { items: [{ id: '1' }, { id: '2' }], cursor: 'b', total: 3 },
    { items: [{ id: '3' }], cursor: null, total: 3 },
  ]
  expect(await gather(relayPages({ cursor: null }, 'rooms', ask))).toEqual([first, second])
  expect(await gather(relayPages({ cursor: 'b' }, 'rooms', ask))).toEqual([second])
})

test.each([
  ['the same again', 'b'],
  ['none', null],
])('a next page whose cursor is %s would be walked for ever, so it is an error', async (_, next) => {
  const ask = async () => page(['1'], next, true)
  await expect(gather(relayPages({ cursor: 'b' }, 'rooms', ask))).rejects.toMatchObject({
    code: 'PROVIDER_BAD_RESPONSE',
  })
})

test('a connection of another shape is an error that names the place', async () => {
  const ask = async () => ({ data: { rooms: { edges: [], pageInfo: { hasNextPage: 'no' } } }, errors: [] })
  await expect(gather(relayPages({ cursor: null }, 'rooms', ask))).rejects.toMatchObject({
    code: 'PROVIDER_BAD_RESPONSE',
    field: 'rooms.pageInfo.hasNextPage',
  })
})

test('an item that an error touches is refused, also one of which everything else came; the others are as they were', async () => {
  const at = (...path: (string | number)[]) => ({
    message: '',
    path: ['rooms', 'edges', ...path],
    extensions: { code: 'FORBIDDEN' },
  })
  const ask = async () => ({ ...page(['1', null, '3'], null), errors: [at(1, 'node'), at(2, 'node', 'rate')] })
  const [{ items } = { items: [] }] = await gather(relayPages({ cursor: null }, 'rooms', ask))
  expect(items).toHaveLength(3)
  expect(wholeItem(items[0])).toEqual({ id: '1' })
  for (const item of items.slice(1)) {
    expect(() => wholeItem(item)).toThrow(expect.objectContaining({ code: 'RECORD_INVALID' }))
  }
  expect(items[2]).toMatchObject({ id: '3' })
  expect(() => wholeItem(items[2])).toThrow('node.rate (FORBIDDEN)')
})

test.each([[['rooms']], [['rooms', 'pageInfo']], [['rooms', 'edges']], [['others', 'edges', 1]], [null]])(
  'an error at %j concerns no single item, so the page fails',
  async (path) => {
    const errors = [{ message: '', path, extensions: { code: 'FORBIDDEN' } }]
    const ask = async () => ({ ...page(['1', '2'], null), errors })
    await expect(gather(relayPages({ cursor: null }, 'rooms', ask))).rejects.toMatchObject({
      code: 'PROVIDER_FORBIDDEN',
    })
  },
)
