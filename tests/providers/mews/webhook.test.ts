import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PmsIntegrationError } from '../../../src/errors.ts'
import { webhook } from '../../../src/providers/mews/webhook.ts'

const parse = (message: unknown, headers = {}) =>
  webhook.parse({ headers, body: Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)) })

const EnterpriseId = '851df8c8-90f2-4c4a-8e01-a4fc46b25178'
const idOf = (n: number) => `7f8e9d0c-1b2a-3c4d-5e6f-${String(n).padStart(12, '0')}`
const event = (Discriminator: string, n: number) => ({ Discriminator, Value: { Id: idOf(n) } })
const general = (...Events: unknown[]) => ({ EnterpriseId, IntegrationId: idOf(99), Events })

test('each event names its hotel and what to fetch', () => {
  expect(parse(general(event('ServiceOrderUpdated', 1)), { 'content-type': 'text/plain' })).toEqual([
    {
      eventId: null,
      type: 'ServiceOrderUpdated',
      externalHotelId: EnterpriseId,
      subject: { kind: 'bookings', externalId: idOf(1) },
      item: null,
      occurredAt: null,
    },
  ])
})

test('a new guest, who comes as added and as updated, is one thing to fetch', () => {
  const events = parse(general(event('CustomerAdded', 1), event('CustomerUpdated', 2), event('CustomerUpdated', 1)))
  expect(events.map(({ subject }) => subject?.externalId)).toEqual([idOf(1), idOf(2)])
})

test('what is not synced, and what nobody has heard of, concerns nothing', () => {
  const events = parse(
    general(event('PaymentUpdated', 1), event('SpaceshipLanded', 1), { Discriminator: 'CustomerAdded' }),
  )
  expect(events.map(({ type, subject }) => [type, subject])).toEqual([
    ['PaymentUpdated', null],
    ['SpaceshipLanded', null],
    ['CustomerAdded', null],
  ])
})

test('in whatever order and however often events come, the same things are fetched', () => {
  const names = ['ServiceOrderUpdated', 'ResourceUpdated', 'CustomerAdded', 'CustomerUpdated', 'MessageAdded']
  const some = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(5)), { maxLength: 40 })
  const shuffled = some.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  )
  const subjects = (events: [string, number][]) => {
    const found = parse(general(...events.map(([name, n]) => event(name, n)))).flatMap(({ subject }) => subject ?? [])
    const keys = found.map(({ kind, externalId }) => `${kind} ${externalId}`)
    expect(new Set(keys).size).toBe(keys.length)
    return keys.sort()
  }
  fc.assert(
    fc.property(shuffled, ([events, other]) => {
      expect(subjects(events)).toEqual(subjects(other))
    }),
  )
})

test('integration webhooks tell what happened, and not the token', () => {
  const created = {
    Action: 'IntegrationCreated',
    Data: { Enterprise: { Id: EnterpriseId, Name: 'x' }, AccessToken: 's3cret' },
  }
  expect(parse(created)).toMatchObject([{ type: 'IntegrationCreated', externalHotelId: EnterpriseId, subject: null }])
  expect(JSON.stringify(parse(created))).not.toContain('s3cret')
  expect(parse({ Action: 'IntegrationDisabled', Data: { Integration: { Id: idOf(1) } } })).toMatchObject([
    { type: 'IntegrationDisabled', externalHotelId: null },
  ])
})

test('anything else is BAD_USER_INPUT, never a crash', () => {
  for (const bad of [
    '',
    'null',
    '[]',
    '{',
    '"x"',
    '{}',
    { EnterpriseId },
    { Events: [] },
    general({}),
    general(null),
  ]) {
    expect(() => parse(bad)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'body' }))
  }
  expect(() => parse({ EnterpriseId: 'demo', Events: [] })).toThrow(PmsIntegrationError)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((json) => `{"EnterpriseId":"${EnterpriseId}","Events":${json}}`),
      ),
      (body) => {
        try {
          for (const { type } of parse(body)) expect(typeof type).toBe('string')
        } catch (error) {
          expect(error).toMatchObject({ code: 'BAD_USER_INPUT' })
        }
      },
    ),
  )
})
