import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { PmsIntegrationError } from '../../errors.ts'
import { type ActionName, actionOf } from '../../records/changes/actions.ts'
import { GROUPS } from '../../records/changes/groups.ts'
import type { PmsProviderAdapter } from '../provider.ts'
import { createSingleRequest } from '../transport/single-request.ts'
import type { ConformanceCase } from './harness.ts'
import { actionsOf, isAsWanted, openWriteBench, type WriteBench } from './write-bench.ts'

/** What a provider that changes things at its vendor owes to whoever asks for it. */
export const writeCases: readonly ConformanceCase[] = [
  each('is done once, is seen, and touches nothing else', async (bench) => {
    const before = await neighbours(bench)
    assert.deepEqual(await bench.send(), { kind: 'DONE' })
    await assertDone(bench)
    assert.deepEqual(await neighbours(bench), before)
  }),
  each('asks for no mail, fee or new price by itself', async (bench) => {
    await bench.send()
    assert.deepEqual(
      bench.effects().flatMap(({ sideEffects }) => sideEffects),
      [],
    )
  }),
  each('is refused in the words of the PMS, and not done', async (bench) => {
    bench.harness.simulator.setFaults({ write: { refuse: 1 } })
    const ended = await bench.send()
    assert(ended.kind === 'REFUSED', `it is ${ended.kind}`)
    assert.match(ended.message, /\w+ \w+/)
    assert.doesNotMatch(ended.message, /undefined|\[object/)
    assertUntouched(bench)
  }),
  each('is not known to be done when the connection is cut before anything is', async (bench) => {
    bench.harness.simulator.setFaults({ write: { loseBefore: 1 } })
    assert.notEqual(await sentOf(bench), false)
    assertUntouched(bench)
    bench.harness.simulator.setFaults({})
    assert.deepEqual(await bench.send(), { kind: 'DONE' })
    assert.equal(bench.effects().length, 1)
  }),
  each('is seen although its answer was lost, and was not sent again', async (bench) => {
    bench.harness.simulator.setFaults({ write: { loseAfter: 1 } })
    assert.notEqual(await sentOf(bench), false)
    await assertDone(bench)
  }),
  each('is seen once it is done, however late that is', async (bench) => {
    bench.harness.simulator.setFaults({ write: { isLate: true } })
    assert.notEqual(await sentOf(bench), false)
    assertUntouched(bench)
    bench.desk.release()
    await assertDone(bench)
  }),
  each('to which the PMS says yes is seen when it has done it, not before', async (bench) => {
    bench.harness.simulator.setFaults({ write: { isSlow: true } })
    assert.deepEqual(await bench.send(), { kind: 'DONE' })
    const facts = await bench.read()
    assert(facts !== null && (facts.alike ?? []).length === 0, 'it is seen before it is done')
    assertUntouched(bench)
    bench.desk.release()
    await assertDone(bench)
  }),
  each('is known to be not done when the PMS has no time for it', async (bench) => {
    bench.harness.simulator.setFaults({ rateLimited: 1 })
    const error = await failureOf(bench, { maxWaitMs: 0, maxRetries: 0 })
    assert.equal(error.code, 'PROVIDER_RATE_LIMITED')
  }),
  each('leaves only when it may', async (bench) => {
    const refused = new PmsIntegrationError('SERVICE_UNAVAILABLE', 'not now')
    const error = await failureOf(bench, { onLeaving: () => Promise.reject(refused) })
    assert.equal(error.code, 'SERVICE_UNAVAILABLE')
  }),
  each('waits for the desk while somebody has the thing open', async (bench) => {
    bench.desk.lock(bench.externalId)
    const ended = await bench.send()
    assert(ended.kind === 'AGAIN' || ended.kind === 'REFUSED', `it is ${ended.kind}`)
    assertUntouched(bench)
    bench.desk.unlock(bench.externalId)
    assert.deepEqual(await bench.send(), { kind: 'DONE' })
  }),
  each('comes to no more when it arrives a second time than its class says', async (bench) => {
    const id = randomUUID()
    await bench.send({ id })
    const again = await bench.send({ id })
    const { repeat } = bench.write
    if (repeat === 'TRANSITION') assert.equal(again.kind, 'REFUSED')
    if (repeat === 'KEY') assert.equal(again.kind, 'DONE')
    if (repeat === 'SET') await assertSeen(bench)
    else if (repeat !== 'CREATE') await assertDone(bench)
  }),
  each('is read together with another as it is alone', async (bench) => {
    const gone = goneId(bench)
    const found = await bench.readBeside(gone)
    assert.deepEqual([...found.keys()], [bench.externalId])
    assert.deepEqual(found.get(bench.externalId), await bench.read())
  }),
  each('is done once together with one that cannot be, and each is told by itself', async (bench) => {
    if (bench.write.batch === 1) return
    const gone = goneId(bench)
    const sent = await bench.sendBeside(gone)
    const [own, other] = [sent.get(bench.externalId)?.kind, sent.get(gone)?.kind]
    assert(other === 'REFUSED' || other === 'ALONE', `the other is ${other}`)
    assert(own === 'DONE' || own === 'ALONE', `it is ${own}`)
    // What nothing was said about is looked for before it goes by itself.
    if (own === 'ALONE' && bench.effects().length === 0) assert.deepEqual(await bench.send(), { kind: 'DONE' })
    await assertDone(bench)
  }),
  each('is refused where the PMS no longer has the thing', async (bench) => {
    const { data } = bench.harness.simulator
    data.remove(
      bench.kind,
      data.facts(bench.kind).findIndex(({ externalId }) => externalId === bench.externalId),
    )
    assert.equal(await bench.read(), null)
    const ended = await bench.send()
    assert(ended.kind === 'REFUSED', `it is ${ended.kind}`)
    assertUntouched(bench)
  }),
]

/** The id of a thing that the PMS had and has no longer. */
function goneId({ kind, harness: { simulator } }: WriteBench): string {
  const { data } = simulator
  const id = data.add(kind)
  data.remove(
    kind,
    data.facts(kind).findIndex(({ externalId }) => externalId === id),
  )
  return id
}

/** A case for each action of a provider; none where it writes nothing. */
function each(name: string, run: (bench: WriteBench) => Promise<void>): ConformanceCase {
  return {
    name: `a change ${name}`,
    async run(adapter: PmsProviderAdapter) {
      for (const action of actionsOf(adapter)) {
        await using bench = await openWriteBench(adapter, action)
        await run(bench).catch((error: unknown) => rethrow(action, error))
      }
    },
  }
}

function rethrow(action: ActionName, error: unknown): never {
  if (error instanceof Error) error.message = `${action}: ${error.message}`
  throw error
}

async function assertSeen(bench: WriteBench): Promise<void> {
  const facts = await bench.read()
  if (actionOf(bench.action).ends) {
    assert.equal(facts, null, 'it is still there')
    return
  }
  assert(facts, 'it is gone')
  assert(isAsWanted(bench, facts.values), `it is not seen: ${JSON.stringify(facts.values)}`)
  if (actionOf(bench.action).creates) assert.equal(facts.alike?.length, 1)
}

async function assertDone(bench: WriteBench): Promise<void> {
  await assertSeen(bench)
  assert.equal(bench.effects().length, 1)
  assert.equal(bench.effects()[0]?.action, bench.action)
}

const assertUntouched = (bench: WriteBench) => assert.deepEqual(bench.desk.effects, [])

/** Whether the provider believes that something may have been done. */
async function sentOf(bench: WriteBench): Promise<boolean | undefined> {
  let cut = 0
  const single = createSingleRequest({ allowPrivateNetwork: true })
  const ctx = bench.harness.context({
    async singleRequest(request, signal, maxBytes, trace) {
      try {
        return await single(request, signal, maxBytes, trace)
      } catch (error) {
        cut += 1
        assert.equal(request.once, true, 'a request that changes something may be repeated by the transport')
        throw error
      }
    },
  })
  const error = await bench.send({ ctx }).then(
    (ended) => assert.fail(`it is ${ended.kind}`),
    (error: unknown) => error,
  )
  if (error instanceof assert.AssertionError) throw error
  assert.equal(cut, 1, 'a request was repeated whose fate nobody knows')
  return error instanceof PmsIntegrationError ? error.sent : undefined
}

/** What a request failed with that has brought about nothing, and is known to. */
async function failureOf(bench: WriteBench, options: Parameters<WriteBench['harness']['context']>[0]) {
  const error = await bench.send({ ctx: bench.harness.context(options) }).then(
    (ended) => assert.fail(`it is ${ended.kind}`),
    (error: unknown) => error,
  )
  assert(error instanceof PmsIntegrationError, String(error))
  assert.notEqual(error.sent, true)
  assertUntouched(bench)
  return error
}

/** What is beside the change: other things, and what else there is of the same one unless it is to end. */
async function neighbours({ action, kind, externalId, harness: { simulator } }: WriteBench) {
  const own = new Set<string>(actionOf(action).groups.flatMap((group): readonly string[] => GROUPS[group]))
  const others = Object.values(GROUPS)
    .flat()
    .filter((field) => !own.has(field))
  const facts = simulator.data.facts(kind) as readonly Readonly<Record<string, unknown>>[]
  const kept = facts.filter((one) => one.externalId !== externalId || !actionOf(action).ends)
  return kept.map((one) =>
    one.externalId === externalId ? Object.fromEntries(others.map((field) => [field, one[field]])) : one,
  )
}
