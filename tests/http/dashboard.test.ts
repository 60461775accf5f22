import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDashboard } from '../../src/http/dashboard/build.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { silentLog } from '../kit/services.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ dashboard: await openDashboard(silentLog) })
})
afterAll(() => api[Symbol.asyncDispose]())

const get = (path: string, accept: string) =>
  fetch(`${api.url}${path}`, { headers: { accept, 'accept-encoding': 'br' } })

describe('the page', () => {
  test.each(['/', '/syncs', '/hotels/some-hotel?tab=runs'])('stands at %s for a browser', async (path) => {
    const response = await get(path, 'text/html')
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(await response.text()).toContain('<div id="root">')
  })

  test.each([
    ['/syncs', 'application/json'],
    ['/api/pms/nothing', 'text/html'],
    ['/assets/nothing.js', 'text/html'],
  ])('does not stand at %s for %s', async (path, accept) => {
    const response = await get(path, accept)
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ])
  })

  test('allows only scripts of its own, and style sheets with the nonce of this one answer', async () => {
    const [first, second] = await Promise.all([get('/', 'text/html'), get('/', 'text/html')])
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    expect(await first.text()).toContain(`nonce="${nonce}"`)
    expect(second.headers.get('content-security-policy')).not.toContain(nonce)
    expect(await second.text()).not.toContain(nonce)
  })
})

test('files come compressed and are kept for good', async () => {
  const page = await (await get('/', 'text/html')).text()
  const response = await get(/src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '', '*/*')
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
  })
  expect(await response.text()).toContain('Sign in')
})
