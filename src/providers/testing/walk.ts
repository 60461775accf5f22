import assert from 'node:assert/strict'
import { entityTypeOf, type Records, recordTypes } from '../../records/entity-type.ts'
import { readRecord } from '../../records/read-record.ts'
import type { FetchedPage, FetchWindow, ProviderContext, RecordInputs, RowKind } from '../provider.ts'
import type { Harness } from './harness.ts'

const MAX_PAGES = 10_000

/** Pages of one walk, as the engine would ask for them. */
export async function* walk(
  harness: Harness,
  kind: RowKind,
  window: Partial<FetchWindow> = {},
  ctx: ProviderContext = harness.context(),
): AsyncGenerator<FetchedPage> {
  const full: FetchWindow = { since: null, until: harness.clock.now(), cursor: null, limit: null, ...window }
  const fetch = harness.adapter.fetch[kind]
  assert(fetch, `${kind} cannot be fetched`)
  let pages = 0
  for await (const page of fetch(ctx, full)) {
    pages += 1
    assert(pages <= MAX_PAGES, 'the walk does not end')
    yield page
    if (page.cursor === null) return
    if (page.waitMs !== undefined) harness.wait(page.waitMs)
  }
}

/** All raw items of a walk. */
export async function collect(...args: Parameters<typeof walk>): Promise<unknown[]> {
  const items: unknown[] = []
  for await (const page of walk(...args)) items.push(...page.items)
  return items
}

type Facts = Partial<RecordInputs[RowKind]>

/** What the engine would store of a raw item; throws for one that it would quarantine. */
export function recordOf(harness: Harness, kind: RowKind, raw: unknown, ctx: ProviderContext = harness.context()) {
  return readRecord<Records[RowKind]>(
    recordTypes[entityTypeOf(kind)],
    harness.adapter.normalize[kind]?.(raw, ctx),
    ctx.report,
  )
}

export function idOf(harness: Harness, kind: RowKind, raw: unknown): string {
  const id = harness.adapter.identify[kind]?.(raw)
  assert(id, `an item of ${kind} has no readable id`)
  return id
}

/** Raw items by id; of several versions the last. */
export function byId(harness: Harness, kind: RowKind, items: readonly unknown[]): Map<string, unknown> {
  return new Map(items.map((raw) => [idOf(harness, kind, raw), raw]))
}

export const idsOf = (harness: Harness, kind: RowKind, items: readonly unknown[]) =>
  [...byId(harness, kind, items).keys()].sort()

/** The walk brought exactly what the vendor has, each item once. */
export function assertComplete(harness: Harness, kind: RowKind, items: readonly unknown[]): void {
  const expected = harness.simulator.data.items(kind)
  assert.equal(items.length, expected.length, `${kind}: number of items`)
  assertSameItems(harness, kind, items, expected)
}

/** The same items in the same versions, in any order and however often. */
export function assertSameItems(
  harness: Harness,
  kind: RowKind,
  items: readonly unknown[],
  expected: readonly unknown[],
): void {
  assert.deepEqual(idsOf(harness, kind, items), idsOf(harness, kind, expected), `${kind}: ids`)
  const fetched = byId(harness, kind, items)
  for (const [id, raw] of byId(harness, kind, expected)) assert.deepEqual(fetched.get(id), json(raw), `${kind} ${id}`)
}

/** As it looks after a trip over the wire. */
export const json = (raw: unknown): unknown => JSON.parse(JSON.stringify(raw))

/** There is an item for each of these facts (default: all), and its record is valid and says what the vendor meant. */
export function assertFacts(
  harness: Harness,
  kind: RowKind,
  items: readonly unknown[],
  expected: readonly Facts[] = harness.simulator.data.facts(kind),
): void {
  const fetched = byId(harness, kind, items)
  const ctx = harness.context()
  for (const facts of expected) {
    const raw = fetched.get(String(facts.externalId))
    assert(raw, `${kind} ${facts.externalId} is missing`)
    const record: Record<string, unknown> = recordOf(harness, kind, raw, ctx)
    for (const [field, value] of Object.entries(facts)) {
      assert.deepEqual(record[field], value, `${kind} ${facts.externalId}: ${field}`)
    }
  }
}
