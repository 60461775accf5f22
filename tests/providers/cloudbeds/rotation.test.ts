import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storedCredentials } from '../../../src/configurations/credentials.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import { oauthOf } from '../../../src/providers/cloudbeds/simulator/gate.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { createAccessTokenStore } from '../../../src/providers/transport/access-tokens.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { createTestServices, testVault } from '../../kit/services.ts'
import { insertHotel } from '../../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const TOKEN_LIFE_MS = 28_800_000

/** A hotel connected with OAuth at a vendor whose refresh tokens are good for one use. */
async function openHotel() {
  const harness = await openHarness(cloudbeds)
  const hotelId = randomUUID()
  const first = cloudbeds.credentials.parse(oauthOf(String(harness.simulator.credentials.apiKey)))
  await insertHotel(database, hotelId, cloudbeds.key, { ...harness.simulator, credentials: first })
  const stored = storedCredentials({ database: database.within('*'), vault: testVault }, cloudbeds, hotelId)
  return {
    first,
    stored,
    tokenEnds: () => harness.clock.advance(TOKEN_LIFE_MS),
    /** A process of its own: it shares nothing with others but the database. */
    startProcess() {
      const tokens = createAccessTokenStore({ clock: harness.clock })
      const { engine } = createTestServices(database, {
        clock: harness.clock,
        adapters: () => cloudbeds,
        openContext: ({ connection, signal }) => harness.context({ ...connection, tokens, signal }),
      })
      return async () => {
        const asked = { hotelId, provider: cloudbeds.key, entityType: 'ROOM', trigger: 'MANUAL' } as const
        return engine.run((await engine.request(asked)).id)
      }
    },
    [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose](),
  }
}

test('the refresh token that the vendor sent last is the one that every process uses next', async () => {
  await using hotel = await openHotel()
  const processes = [hotel.startProcess(), hotel.startProcess()]
  const used = new Set([hotel.first.refreshToken])
  for (let round = 0; round < 2; round++) {
    for (const sync of processes) {
      expect(await sync()).toMatchObject({ status: 'COMPLETED' })
      expect(await sync()).toMatchObject({ status: 'COMPLETED' })
      const { refreshToken } = cloudbeds.credentials.parse(await hotel.stored.latest())
      expect(used).not.toContain(refreshToken)
      used.add(refreshToken)
    }
    hotel.tokenEnds()
  }
})

test('what a person enters while a token is renewed is not overwritten', async () => {
  await using hotel = await openHotel()
  const entered = { ...hotel.first, refreshToken: 'entered by hand' }
  await hotel.stored.replace(hotel.first, entered)
  await hotel.stored.replace(hotel.first, { ...hotel.first, refreshToken: 'renewed from the old one' })
  expect(await hotel.stored.latest()).toEqual(entered)
})
