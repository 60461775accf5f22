import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readJson, requestJson, restRequest, urlOf } from '../../../src/providers/transport/rest.ts'
import { answer, fakeVendor } from './fake-vendor.ts'

test.each([
  ['https://pms.example', '/v1/rooms'],
  ['https://pms.example/', 'v1/rooms'],
  ['https://pms.example/v1/', '/rooms'],
  ['https://pms.example/v1', 'rooms'],
])('joins %s and %s', (base, path) => {
  expect(urlOf(base, path)).toBe('https://pms.example/v1/rooms')
})

test('a query repeats lists, writes dates in UTC and leaves nothing-values out', () => {
  const query = {
    since: new Date('2026-03-29T01:00:00+01:00'),
    instruction: ['A', 'B&C'],
    page: 0,
    full: false,
    empty: '',
    none: null,
    missing: undefined,
  }
  expect(urlOf('https://pms.example', 'x', query)).toBe(
    'https://pms.example/x?since=2026-03-29T00%3A00%3A00.000Z&instruction=A&instruction=B%26C&page=0&full=false&empty=',
  )
})

test('JSON and form bodies come with their content type', () => {
  const base = { method: 'POST', baseUrl: 'https://pms.example', path: 'x' } as const
  expect(restRequest({ ...base, json: { a: [1] } })).toMatchObject({
    body: '{"a":[1]}',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  })
  expect(restRequest({ ...base, form: { 'rooms[0][id]': 'ž 1' } })).toMatchObject({
    body: 'rooms%5B0%5D%5Bid%5D=%C5%BE+1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const bare = restRequest({ ...base, headers: { accept: 'text/csv' } })
  expect(bare.headers).toEqual({ accept: 'text/csv' })
  expect(bare).not.toHaveProperty('body')
})

describe('reading JSON', () => {
  const schema = z.object({ data: z.array(z.object({ id: z.string() })) })

  test('gives what fits the schema', async () => {
    const { http } = fakeVendor(() => answer(200, {}, '{"data":[{"id":"1","more":2}]}'))
    const request = { method: 'GET', baseUrl: 'https://pms.example', path: 'x' } as const
    expect(await requestJson(http, request, schema)).toEqual({ data: [{ id: '1' }] })
  })

  test('names the place that does not fit, never the value', () => {
    const read = () => readJson(answer(200, {}, '{"data":[{"id":"1"},{"id":40111}]}'), schema)
    expect(read).toThrow(expect.objectContaining({ code: 'PROVIDER_BAD_RESPONSE', field: 'data.1.id' }))
    expect(read).toThrow(expect.not.objectContaining({ message: expect.stringContaining('40111') }))
  })

  test('refuses what is not JSON, without quoting it', () => {
    const read = () => readJson(answer(200, {}, '<html>secret</html>'), schema)
    expect(read).toThrow(expect.objectContaining({ code: 'PROVIDER_BAD_RESPONSE', retryable: false }))
    expect(read).toThrow(expect.not.objectContaining({ message: expect.stringContaining('secret') }))
  })

  test('reads an empty body as null', () => {
    expect(readJson(answer(204), schema.nullable())).toBeNull()
    expect(() => readJson(answer(200), schema)).toThrow(expect.objectContaining({ code: 'PROVIDER_BAD_RESPONSE' }))
  })
})
