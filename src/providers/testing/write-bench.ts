import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ActionName, actionOf, type ChangeOptions } from '../../records/changes/actions.ts'
import type { CommandOutcome } from '../../records/changes/command-outcome.ts'
import { agree, groupsOf, pickGroups, type Values } from '../../records/changes/groups.ts'
import { entityTypeOf, ROW_KINDS } from '../../records/entity-type.ts'
import type { PmsProviderAdapter, ProviderContext, RowKind } from '../provider.ts'
import type { SimulatedDesk } from '../simulator.ts'
import type { Facts, Outgoing, Sent, WriteAction } from '../write.ts'
import { type Harness, openHarness } from './harness.ts'
import { scenarios } from './write-scenarios.ts'

/** How something that was sent has ended, also where the vendor tells it later. */
export type Ended = Exclude<Sent, { kind: 'ACCEPTED' }>

/** A thing at a vendor, as a clerk has prepared it, and what is wanted of it. */
export interface WriteBench extends AsyncDisposable {
  readonly harness: Harness
  readonly desk: SimulatedDesk
  readonly action: ActionName
  readonly write: WriteAction
  readonly kind: RowKind
  readonly externalId: string
  readonly wanted: Values
  /** What the vendor has now, through the provider; null: it is gone. */
  read(): Promise<Facts | null>
  /** Sends what is wanted of the thing as it was in the beginning. */
  send(options?: { ctx?: ProviderContext; id?: string }): Promise<Ended>
  /** Reads it together with another one. */
  readBeside(other: string): Promise<ReadonlyMap<string, Facts>>
  /** Sends it in one request with the same wish for another one; what was answered to each, by external id. */
  sendBeside(other: string): Promise<ReadonlyMap<string, Sent | undefined>>
  /** Everything that requests have brought about to this thing. */
  effects(): SimulatedDesk['effects']
}

/** Actions of a provider that there is a scenario for. */
export const actionsOf = (adapter: PmsProviderAdapter): ActionName[] =>
  (Object.keys(adapter.write ?? {}) as ActionName[]).filter((action) => scenarios[action] !== undefined)

const FEW = { bookings: 4, rooms: 14, guests: 4, roomBlocks: 0 }

export async function openWriteBench(adapter: PmsProviderAdapter, action: ActionName): Promise<WriteBench> {
  const write = adapter.write?.[action]
  const scenario = scenarios[action]
  assert(write && scenario, `${adapter.key} has no ${action}`)
  const harness = await openHarness(adapter, FEW)
  const kind = ROW_KINDS.find((one) => entityTypeOf(one) === actionOf(action).target)
  assert(kind)
  const { externalId, wanted } = scenario(harness)
  const options = chosen(write)
  const outcomes = await listenForOutcomes(harness)
  const read = async () => (await write.read(harness.context(), [{ externalId, wanted }])).get(externalId) ?? null
  const before = await read()
  assert(before, `${action}: there is nothing to change`)
  const { hotel, settings } = harness.context()
  assert.equal(write.may(wanted, before, { hotel, settings, options }), null)
  const outgoing = (target: string, id: string): Outgoing => {
    const values = { ...pickGroups(before.values, write.carries), ...wanted }
    return { id, externalId: target, wanted, values, before, options, step: null, remember: async () => {} }
  }
  return {
    ...{ harness, action, write, kind, externalId, wanted, read },
    desk: harness.simulator.desk,
    async send({ ctx = harness.context(), id = randomUUID() } = {}) {
      const sent = (await write.send(ctx, [outgoing(externalId, id)])).get(id)
      assert(sent, 'the provider does not say what became of it')
      return sent.kind === 'ACCEPTED' ? outcomes.of(sent.token) : sent
    },
    readBeside: (other) =>
      write.read(
        harness.context(),
        [externalId, other].map((target) => ({ externalId: target, wanted })),
      ),
    async sendBeside(other) {
      const changes = [externalId, other].map((target) => outgoing(target, randomUUID()))
      const sent = await write.send(harness.context(), changes)
      return new Map(changes.map((change) => [change.externalId, sent.get(change.id)]))
    },
    effects: () => harness.simulator.desk.effects.filter((effect) => effect.externalId === externalId),
    async [Symbol.asyncDispose]() {
      await outcomes[Symbol.asyncDispose]()
      await harness[Symbol.asyncDispose]()
    },
  }
}

/** What has to be said, and nothing that was not asked for. */
const chosen = ({ options }: WriteAction): ChangeOptions =>
  options !== undefined && 'pricing' in options.shape ? { pricing: 'KEEP' } : {}

/** Whether the vendor has it as it was wanted; what is only ever added to is told by `alike`. */
export const isAsWanted = ({ action, wanted }: Pick<WriteBench, 'action' | 'wanted'>, values: Values): boolean =>
  actionOf(action).creates === true || groupsOf(wanted).every((group) => agree(group, values, wanted))

interface Outcomes extends AsyncDisposable {
  of(token: string): Promise<Ended>
}

/** Takes the vendor's messages, for those that say yes first and how it went later. */
async function listenForOutcomes({ adapter, simulator }: Harness): Promise<Outcomes> {
  const { webhook } = adapter
  const { subscribe, delivered } = simulator
  if (webhook === undefined || subscribe === undefined || delivered === undefined)
    return { of: () => assert.fail('the vendor tells nothing'), [Symbol.asyncDispose]: async () => {} }
  const told: CommandOutcome[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.from(await text(request))
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    for (const { command } of webhook.parse({ headers, body })) if (command) told.push(command)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  subscribe({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret: null })
  return {
    async of(token) {
      await delivered()
      const outcome = told.find((one) => one.token === token)
      assert(outcome, `no outcome was told of ${token}`)
      if (outcome.state === 'DONE') return { kind: 'DONE' }
      return { kind: 'REFUSED', code: 'PROVIDER_REJECTED', message: outcome.errors.join(' ') }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
