import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'

const TRUSTED = 'query Providers { providers { key } }'
const OTHER = 'query Providers { providers { name } }'
const id = createHash('sha256').update(TRUSTED).digest('hex')

let api: TestApi
beforeAll(async () => {
  api = await startApi({ trustedDocuments: await manifest({ [id]: TRUSTED }) })
})
afterAll(() => api[Symbol.asyncDispose]())

async function manifest(content: object) {
  const path = join(await mkdtemp(join(tmpdir(), 'pms-')), 'documents.json')
  await writeFile(path, JSON.stringify(content))
  return path
}

const data = { providers: [{ key: 'mock' }] }

describe('a document that the service was started with is executed', () => {
  test.each([
    ['named by its id', { documentId: id }],
    ['named by its id and the algorithm', { documentId: `sha256:${id}` }],
    ['named as Apollo does', { extensions: { persistedQuery: { version: 1, sha256Hash: id } } }],
    ['sent as text', { query: TRUSTED }],
  ])('%s', async (_, body) => {
    expect(await api.send(body)).toMatchObject({ status: 200, data })
    const client = api.connect(await api.token())
    const results = client.iterate({ query: '', ...body } as { query: string })
    expect(await results.next()).toMatchObject({ value: { data } })
    await client.dispose()
  })
})

describe('any other is refused', () => {
  test.each([
    ['as text', { query: OTHER }],
    ['as text with the id of a trusted one of its own making', { query: OTHER, documentId: 'f'.repeat(64) }],
    ['by an id that nobody knows', { documentId: 'f'.repeat(64) }],
    ['without a document', {}],
    ['introspection', { query: '{ __schema { types { name } } }' }],
  ])('%s', async (_, body) => {
    const { status, errors } = await api.send(body)
    expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'OPERATION_NOT_TRUSTED'])
    const client = api.connect(await api.token())
    const results = client.iterate({ query: '', ...body } as { query: string })
    await expect(results.next()).rejects.toMatchObject([{ extensions: { code: 'OPERATION_NOT_TRUSTED' } }])
    await client.dispose()
  })

  test('by GET', async () => {
    const get = (query: string) =>
      fetch(`${api.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'apollo-require-preflight': '1' } })
    expect((await get(OTHER)).status).toBe(403)
    expect((await get(TRUSTED)).status).toBe(200)
  })
})

test.each([
  ['an id', { documentId: 5 }],
  ['extensions', { extensions: 'x' }],
  ['a hash', { extensions: { persistedQuery: { sha256Hash: {} } } }],
  ['a document', { query: 5 }],
])('%s of the wrong kind names nothing', async (_, body) => {
  const { status, errors } = await api.send(body)
  expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'OPERATION_NOT_TRUSTED'])
})

test('where any document is executed, those of the dashboard may still be named', async () => {
  const dashboard = await mkdtemp(join(tmpdir(), 'pms-'))
  await writeFile(join(dashboard, 'index.html'), '')
  await writeFile(join(dashboard, 'persisted-documents.json'), JSON.stringify({ [`sha256:${id}`]: TRUSTED }))
  await using open = await startApi({ dashboard })
  for (const documentId of [id, `sha256:${id}`]) expect(await open.send({ documentId })).toMatchObject({ data })
  const persistedQuery = { version: 1, sha256Hash: 'f'.repeat(64) }
  expect(await open.send({ query: TRUSTED, extensions: { persistedQuery } })).toMatchObject({ data })
  const { errors } = await open.send({ documentId: 'f'.repeat(64) })
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'documentId' })
})

describe('a client that sends the hash of a document before its text', () => {
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(OTHER).digest('hex') }
  const notFound = [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]

  test('is told to send the text, and need not send it again', async () => {
    await using open = await startApi()
    expect(await open.send({ extensions: { persistedQuery } })).toMatchObject({ status: 200, errors: notFound })
    expect(await open.send({ query: OTHER, extensions: { persistedQuery } })).toMatchObject({ data: {} })
    expect(await open.send({ extensions: { persistedQuery } })).toMatchObject({ data: {} })
  })

  test('is told so by GET, and finds by GET what it sent', async () => {
    await using open = await startApi()
    const get = async (params: Record<string, string>) => {
      const headers = { 'apollo-require-preflight': '1', authorization: `Bearer ${await open.token()}` }
      const response = await fetch(`${open.url}/graphql?${new URLSearchParams(params)}`, { headers })
      return { status: response.status, ...((await response.json()) as object) }
    }
    const extensions = JSON.stringify({ persistedQuery })
    expect(await get({ extensions })).toMatchObject({ status: 200, errors: notFound })
    expect(await get({ query: OTHER, extensions })).toMatchObject({ data: {} })
    expect(await get({ extensions })).toMatchObject({ data: {} })
  })

  test('cannot leave another text under a hash', async () => {
    await using open = await startApi()
    await open.send({ query: TRUSTED, extensions: { persistedQuery } })
    expect(await open.send({ extensions: { persistedQuery } })).toMatchObject({ errors: notFound })
  })

  test('is told the same over a WebSocket', async () => {
    await using open = await startApi()
    const client = open.connect(await open.token())
    await expect(client.iterate({ query: '', extensions: { persistedQuery } }).next()).rejects.toMatchObject(notFound)
    await client.dispose()
  })
})

test('the id decides when a text comes with it', async () => {
  expect(await api.send({ query: OTHER, documentId: id })).toMatchObject({ data })
})

test('a manifest that is none keeps the service from starting', async () => {
  await expect(startApi({ trustedDocuments: await manifest({ short: TRUSTED }) })).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
  })
})
