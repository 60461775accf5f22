import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'

let api: TestApi
let url = ''
beforeAll(async () => {
  api = await startApi()
  url = `${api.url}/graphql`
})
afterAll(() => api[Symbol.asyncDispose]())

/** A page of another site cannot set a header without asking first; so a GET is only answered with one. See below. */
const preflighted = (target: string, init: RequestInit = {}) =>
  fetch(target, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } })

describe('GraphQL over HTTP, as the public audits have it', () => {
  test.each(serverAudits({ url: () => url, fetchFn: preflighted }).map((audit) => [audit.name, audit] as const))(
    '%s',
    async (_, audit) => {
      const result = await audit.fn()
      expect(result.status === 'ok' ? null : result.reason).toBeNull()
    },
  )
})

test('a GET that any page of the web can send is refused: here safety goes before what a server may do', async () => {
  const response = await fetch(`${url}?query={__typename}`, { headers: { accept: 'application/json' } })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
})
