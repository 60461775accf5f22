import { setTimeout as delay } from 'node:timers/promises'
import type { RowKind } from '../../src/providers/provider.ts'
import { Random } from '../../src/providers/simulator-kit/random.ts'
import { entityTypeOf, ROW_KINDS, recordTypes } from '../../src/records/entity-type.ts'
import { pascalCase } from '../../src/records/record-type.ts'
import { type Client, createTestClient } from '../kit/client.ts'
import type { GuestHouse } from './guest-house.ts'
import type { World } from './world.ts'

/** Those who use the hotels and the service meanwhile: clerks at the PMS, and people who ask for syncs. */
export interface People {
  /** @returns statuses with which webhooks were answered; 0 where nobody answered */
  stop(): Promise<number[]>
}

const CLERK_EVERY_MS = 60
const ASK_EVERY_MS = 400

export function sendPeople(world: World, seed: number): People {
  const random = new Random(seed)
  const stopping = new AbortController()
  const answers: number[] = []
  const keepAt = async (everyMs: number, work: () => Promise<void>) => {
    while (!stopping.signal.aborted) {
      await work().catch(() => {}) // nobody may be there
      await delay(everyMs * (0.5 + random.next()), undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const houseOf = () => random.pick(world.houses)
  const clerk = async () => {
    const house = houseOf()
    change(house, random)
    // Nobody waits for the answers to webhooks.
    house.simulator.delivered?.().then(
      (statuses) => answers.push(...statuses),
      () => {},
    )
  }
  const asker = async () => {
    const house = houseOf()
    const kind = random.pick(kindsOf(house))
    const client = await createTestClient(world.apiUrl)
    await askForSync(client, house, kind, { full: random.chance(0.3) }).finally(() => client.close())
  }
  const busy = [keepAt(CLERK_EVERY_MS, clerk), keepAt(ASK_EVERY_MS, asker)]
  return {
    async stop() {
      stopping.abort()
      await Promise.all(busy)
      for (const { simulator } of world.houses) answers.push(...((await simulator.delivered?.()) ?? []))
      return answers
    },
  }
}

export const kindsOf = ({ adapter }: GuestHouse) => ROW_KINDS.filter((kind) => adapter.fetch[kind] !== undefined)

function change({ simulator, adapter }: GuestHouse, random: Random): void {
  const kind = random.pick(ROW_KINDS.filter((each) => adapter.fetch[each] !== undefined))
  const index = random.int(0, simulator.data.items(kind).length - 1)
  const what = random.next()
  if (what < 0.8) simulator.data.edit(kind, index)
  else if (what < 0.95) simulator.data.add(kind)
  else simulator.data.remove(kind, index)
}

interface Asked {
  readonly full?: boolean
  readonly wait?: boolean
}

/** @throws Error with the answer, such as when one runs already */
export async function askForSync(client: Client, house: GuestHouse, kind: RowKind, asked: Asked = {}) {
  const { hotelId, adapter } = house
  const field = `sync${pascalCase(recordTypes[entityTypeOf(kind)].words.many)}`
  const { payload } = await client.send<{ payload: { syncLog: { status: string } | null; errors: unknown[] } }>(
    `mutation ($input: PmsSyncInput!) { payload: ${field}(input: $input) { syncLog { id status } errors { code message } } }`,
    { input: { hotelId, provider: adapter.key, acceptDeletions: true, ...asked } },
  )
  if (payload.syncLog === null) throw new Error(JSON.stringify(payload.errors))
  return payload.syncLog
}
