import assert from 'node:assert/strict'
import { entityTypeOf, recordTypes } from '../../records/entity-type.ts'
import type { FetchedPage, FetchKind, FetchWindow, ProviderContext, RecordInputs } from '../provider.ts'
import type { Lab } from './lab.ts'

const MAX_PAGES = 10_000

/** Pages of one walk, as the engine would ask for them. */
export async function* walk(
  lab: Lab,
  kind: FetchKind,
  window: Partial<FetchWindow> = {},
  ctx: ProviderContext = lab.context(),
): AsyncGenerator<FetchedPage> {
  const full: FetchWindow = { since: null, until: lab.clock.now(), cursor: null, limit: null, ...window }
  const fetch = lab.adapter.fetch[kind]
  assert(fetch, `${kind} cannot be fetched`)
  let pages = 0
  for await (const page of fetch(ctx, full)) {
    pages += 1
    assert(pages <= MAX_PAGES, 'the walk does not end')
    yield page
    if (page.cursor === null) return
  }
}

/** All raw items of a walk. */
export async function collect(...args: Parameters<typeof walk>): Promise<unknown[]> {
  const items: unknown[] = []
  for await (const page of walk(...args)) items.push(...page.items)
  return items
}

type Facts = Partial<RecordInputs[FetchKind]>

/** What the engine would store of a raw item; throws for one that it would quarantine. */
export function recordOf(lab: Lab, kind: FetchKind, raw: unknown, ctx: ProviderContext = lab.context()) {
  return recordTypes[entityTypeOf(kind)].schema.parse(lab.adapter.normalize[kind]?.(raw, ctx))
}

export function idOf(lab: Lab, kind: FetchKind, raw: unknown): string {
  const id = lab.adapter.identify[kind]?.(raw)
  assert(id, `an item of ${kind} has no readable id`)
  return id
}

/** Raw items by id; of several versions the last. */
export function byId(lab: Lab, kind: FetchKind, items: readonly unknown[]): Map<string, unknown> {
  return new Map(items.map((raw) => [idOf(lab, kind, raw), raw]))
}

export const idsOf = (lab: Lab, kind: FetchKind, items: readonly unknown[]) => [...byId(lab, kind, items).keys()].sort()

/** The walk brought exactly what the vendor has, each item once. */
export function assertComplete(lab: Lab, kind: FetchKind, items: readonly unknown[]): void {
  const expected = lab.simulator.data.items(kind)
  assert.equal(items.length, expected.length, `${kind}: number of items`)
  assertSameItems(lab, kind, items, expected)
}

/** The same items in the same versions, in any order and however often. */
export function assertSameItems(
  lab: Lab,
  kind: FetchKind,
  items: readonly unknown[],
  expected: readonly unknown[],
): void {
  assert.deepEqual(idsOf(lab, kind, items), idsOf(lab, kind, expected), `${kind}: ids`)
  const fetched = byId(lab, kind, items)
  for (const [id, raw] of byId(lab, kind, expected)) assert.deepEqual(fetched.get(id), json(raw), `${kind} ${id}`)
}

/** As it looks after a trip over the wire. */
const json = (raw: unknown): unknown => JSON.parse(JSON.stringify(raw))

/** There is an item for each of these facts (default: all), and its record is valid and says what the vendor meant. */
export function assertFacts(
  lab: Lab,
  kind: FetchKind,
  items: readonly unknown[],
  expected: readonly Facts[] = lab.simulator.data.facts(kind),
): void {
  const fetched = byId(lab, kind, items)
  const ctx = lab.context()
  for (const facts of expected) {
    const raw = fetched.get(String(facts.externalId))
    assert(raw, `${kind} ${facts.externalId} is missing`)
    const record: Record<string, unknown> = recordOf(lab, kind, raw, ctx)
    for (const [field, value] of Object.entries(facts)) {
      assert.deepEqual(record[field], value, `${kind} ${facts.externalId}: ${field}`)
    }
  }
}
