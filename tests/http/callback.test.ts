import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { hotelProgressTopic, progressOf, progressTopic } from '../../src/sync/events/progress.ts'
import { startApi, type TestApi, type TestClaims } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { type RouterSubscription, startRouter, type TestRouter } from '../kit/router.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'

let api: TestApi
let router: TestRouter
beforeAll(async () => {
  router = await startRouter()
  api = await startApi({ subscriptionCallbackUrls: [router.url] })
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await router[Symbol.asyncDispose]()
})

const HOTEL = 'subscription ($id: ID!) { syncProgress(hotelId: $id) { sequence } }'
const RUN = 'subscription ($id: ID!, $run: ID) { syncProgress(hotelId: $id, syncLogId: $run) { sequence } }'

/** A hotel with a run, and a router's request to be told of it. */
async function openCallback(given: Partial<SyncLog> = {}) {
  const id = await addHotel(api.database)
  const run = (await addSyncLog(api.database, { hotelId: id, status: 'RUNNING', sequence: 0, ...given })) as SyncLog
  const topic = hotelProgressTopic(id)
  return {
    ask: async (subscription: RouterSubscription, query = HOTEL, claims: TestClaims = {}) =>
      api.send({ query, variables: { id, run: run.id }, ...subscription }, await api.token(claims)),
    step: (step: number) => api.pubsub.publish(progressTopic(run), progressOf(run, { step })),
    isOver: () => eventually(() => expect(api.listening).not.toContain(topic)),
  }
}
const actions = ({ messages }: RouterSubscription) => messages.map(({ action }) => action)
const told = ({ messages }: RouterSubscription) =>
  messages.flatMap((message) => (message.action === 'next' ? [message.payload] : []))
const progress = (sequence: number) => ({ data: { syncProgress: { sequence } } })

describe('a router', () => {
  test('confirms its subscription, then is told every step in order', async () => {
    const { ask, step } = await openCallback()
    const subscription = router.open()
    const { status, headers, ...answer } = await ask(subscription)
    expect([status, answer.data, answer.errors]).toEqual([200, null, undefined])
    expect(headers.get('subscription-protocol')).toBe('callback/1.0')
    expect(actions(subscription)[0]).toBe('check')
    await eventually(() => expect(told(subscription)).toEqual([progress(0)]))
    for (const n of [1, 2, 3]) await step(n)
    await eventually(() => expect(told(subscription)).toEqual([0, 1, 2, 3].map(progress)))
    subscription.end(404)
  })

  test('is told that a subscription is complete when it is, and nothing more', async () => {
    const { ask } = await openCallback({ status: 'COMPLETED' })
    const subscription = router.open()
    await ask(subscription, RUN)
    await eventually(() => expect(actions(subscription)).toEqual(['check', 'next', 'complete']))
    expect(subscription.messages.at(-1)).not.toHaveProperty('errors')
  })

  test('is told why there is nothing to subscribe to', async () => {
    const { ask } = await openCallback()
    const subscription = router.open()
    await ask(subscription, HOTEL, { hotelIds: ['elsewhere'] })
    await eventually(() => expect(actions(subscription)).toEqual(['check', 'complete']))
    expect(subscription.messages.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  })

  test('that wants heartbeats gets them while nothing happens', async () => {
    const { ask, isOver } = await openCallback()
    const subscription = router.open(100)
    await ask(subscription)
    await eventually(() => expect(actions(subscription).filter((each) => each === 'check').length).toBeGreaterThan(3))
    subscription.end(404)
    await isOver()
  })

  test.each([400, 404, 410])('that answers an event with %s is told nothing more', async (status) => {
    const { ask, step, isOver } = await openCallback()
    const subscription = router.open()
    await ask(subscription)
    await eventually(() => expect(told(subscription)).toEqual([progress(0)]))
    subscription.end(status)
    await step(1)
    await isOver()
    expect(actions(subscription)).toEqual(['check', 'next', 'next'])
  })

  test('that answers a heartbeat with 404 is told nothing more', async () => {
    const { ask, isOver } = await openCallback()
    const subscription = router.open(100)
    await ask(subscription)
    await eventually(() => expect(told(subscription)).toEqual([progress(0)]))
    subscription.end(404)
    await isOver()
    expect(actions(subscription)).not.toContain('complete')
  })

  test('that fails for a moment is told again, in order', async () => {
    const { ask, step } = await openCallback()
    const subscription = router.open()
    await ask(subscription)
    await eventually(() => expect(told(subscription)).toEqual([progress(0)]))
    subscription.failures.push(503, 500)
    await step(1)
    await step(2)
    await eventually(() => expect(told(subscription)).toEqual([0, 1, 1, 1, 2].map(progress)))
    subscription.end(404)
  })

  test('that misses a heartbeat or two is kept, one that misses five is not', async () => {
    const { ask, step, isOver } = await openCallback()
    const subscription = router.open(100)
    await ask(subscription)
    await eventually(() => expect(told(subscription)).toEqual([progress(0)]))
    subscription.failures.push(503, 503)
    await eventually(() => expect(subscription.failures).toEqual([]))
    await step(1)
    await eventually(() => expect(told(subscription)).toEqual([progress(0), progress(1)]))
    subscription.end(503)
    await isOver()
  })

  test('is told that the token has expired, and nothing more', async () => {
    const { ask, isOver } = await openCallback()
    const subscription = router.open()
    await ask(subscription, HOTEL, { expiresInSeconds: 1 })
    await isOver()
    await eventually(() => expect(actions(subscription).at(-1)).toBe('complete'))
    expect(subscription.messages.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  })

  test('is told when the server goes away', async () => {
    await using own = await startApi({ subscriptionCallbackUrls: [router.url] })
    const id = await addHotel(own.database)
    const subscription = router.open()
    await own.send({ query: HOTEL, variables: { id }, ...subscription })
    await eventually(() => expect(own.listening).toHaveLength(1))
    await own.server[Symbol.asyncDispose]()
    expect(subscription.messages.at(-1)).toMatchObject({
      action: 'complete',
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    })
    expect(own.listening).toEqual([])
  })
})

describe('is refused, and nobody is called:', () => {
  const refusal = async (body: object, token?: string | null) => {
    const { status, errors } = await api.send({ query: HOTEL, variables: { id: 'h' }, ...body }, token)
    return [status, errors?.[0]?.extensions.code]
  }
  const at = (callbackUrl: string) => {
    const { subscription } = router.open().extensions
    return { extensions: { subscription: { ...subscription, callbackUrl } } }
  }

  test.each([
    ['another host', () => 'http://169.254.169.254/callback/1'],
    ['another port', () => 'http://127.0.0.1:9/callback/1'],
    ['another scheme', () => router.url.replace('http', 'https').concat('/1')],
    ['another path', () => router.url.replace('callback', 'admin').concat('/1')],
    ['a path that only begins like it', () => `${router.url}-admin/1`],
    ['a way up', () => `${router.url}/../admin`],
    ['a hidden way up', () => `${router.url}/%2e%2e%2fadmin`],
    ['no id', () => `${router.url}/`],
    ['a name and a password', () => `${router.url.replace('://', '://user:password@')}/1`],
    ['a query', () => `${router.url}/1?to=elsewhere`],
    ['no URL', () => 'nonsense'],
  ])('an address that is not allowed: %s', async (_, address) => {
    expect(await refusal(at(address()))).toEqual([400, 'OUTBOUND_URL_REFUSED'])
  })

  test('without a token, with a wrong one and without the permission to look', async () => {
    const subscription = router.open()
    expect(await refusal(subscription, null)).toEqual([401, 'UNAUTHENTICATED'])
    expect(await refusal(subscription, 'nonsense')).toEqual([401, 'UNAUTHENTICATED'])
    expect(await refusal(subscription, await api.token({ permissions: [] }))).toEqual([403, 'FORBIDDEN'])
    expect(subscription.messages).toEqual([])
  })

  test.each([
    ['a syntax error', '{', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a query', '{ providers { key } }', 'BAD_USER_INPUT'],
    [
      'a mutation',
      'mutation { deleteConfiguration(input: { hotelId: "h", provider: "p" }) { deleted } }',
      'BAD_USER_INPUT',
    ],
  ])('%s', async (_, query, code) => {
    const subscription = router.open()
    expect(await refusal({ query, ...subscription })).toEqual([400, code])
    expect(subscription.messages).toEqual([])
  })

  test('a request that leaves out what the protocol needs', async () => {
    expect(await refusal({ extensions: { subscription: { callbackUrl: `${router.url}/1` } } })).toEqual([
      400,
      'BAD_USER_INPUT',
    ])
  })

  test('everything, where no address is allowed', async () => {
    await using closed = await startApi()
    const subscription = router.open()
    const { errors } = await closed.send({ query: HOTEL, variables: { id: 'h' }, ...subscription })
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect(subscription.messages).toEqual([])
  })
})

test.each([400, 404, 200, 302, 503])('a subscription that the router answers with %s is not begun', async (status) => {
  const { ask, isOver } = await openCallback()
  const subscription = router.open()
  subscription.end(status)
  const { status: answered, errors } = await ask(subscription)
  expect([answered, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
  expect(actions(subscription)).toEqual(['check'])
  await isOver()
})

test('a subscription that is going on is not begun again', async () => {
  const { ask } = await openCallback()
  const subscription = router.open()
  await ask(subscription)
  await eventually(() => expect(told(subscription)).toEqual([progress(0)]))
  expect((await ask(subscription)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(actions(subscription)).toEqual(['check', 'next'])
  subscription.end(404)
})
