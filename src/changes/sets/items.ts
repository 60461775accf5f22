import { v7 as uuidv7 } from 'uuid'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import type { Sql } from '../../platform/database/database.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { scrubProse } from '../../records/text/prose.ts'
import { checkValues } from '../asking/check-input.ts'
import { type LaidOut, layOut, requireOrder, type TargetRow } from '../asking/lay-out.ts'
import type { Desk } from '../parts/open.ts'
import { findOpenByRow, findRows } from './find-rows.ts'
import type { ChangeSetRequest, FaultyLine, NamedLine, SetLine } from './request.ts'

/** A line that is about a row, and what it amounts to there. */
export interface Item extends LaidOut {
  readonly line: number
  readonly row: TargetRow
  readonly undoOf: string | null
}

export interface Sorted {
  readonly items: readonly Item[]
  readonly faulty: readonly FaultyLine[]
}

const isFaulty = (line: SetLine): line is FaultyLine => 'error' in line

/** Finds what each line is about; whatever cannot become a change is kept with the reason. A few statements for all. */
export async function sortLines(
  tx: Sql,
  desk: Desk,
  { hotelId, action, lines }: Pick<ChangeSetRequest, 'hotelId' | 'action' | 'lines'>,
): Promise<Sorted> {
  const faulty = lines.filter(isFaulty)
  const named = lines.filter((line): line is NamedLine => !isFaulty(line))
  const sought = { hotelId, provider: desk.adapter.key, type: actionOf(action).target }
  const found = await findRows(tx, sought, named)
  const ids = [...found.values()].flatMap((rows) => [...rows.values()].flat()).map(({ id }) => id)
  const open = await findOpenByRow(tx, sought, ids)
  const items: Item[] = []
  const taken = new Map<string, number>()
  for (const line of named) {
    try {
      const row = theRow(found.get(line.by)?.get(keyOf(line)) ?? [], line, sought.provider)
      const earlier = taken.get(row.id)
      if (earlier !== undefined) throw badUserInput(line.by, `is what line ${earlier} is about already`)
      const values = checkValues(desk, { action, values: line.values })
      const laid = layOut(row, open.get(row.id) ?? [], { action, values, expected: line.expected })
      requireOrder(laid.wanted)
      taken.set(row.id, line.line)
      items.push({ ...laid, line: line.line, row, undoOf: line.undoOf ?? null })
    } catch (error) {
      if (!(error instanceof PmsIntegrationError)) throw error
      faulty.push({ line: line.line, given: line.key, error })
    }
  }
  return { items, faulty }
}

/** As PostgreSQL writes ids. */
const keyOf = ({ by, key }: NamedLine) => (by === 'id' ? key.toLowerCase() : key)

function theRow(rows: readonly TargetRow[], { by }: NamedLine, provider: string): TargetRow {
  const [row, ...others] = rows
  if (row === undefined || row.provider !== provider)
    throw new PmsIntegrationError('NOT_FOUND', 'The hotel has no such thing at this PMS.', { field: by })
  if (others.length > 0) throw new PmsIntegrationError('AMBIGUOUS_TARGET', 'Several have this.', { field: by })
  if (row.deletedAt !== null) throw new PmsIntegrationError('TARGET_GONE', 'The PMS no longer has it.', { field: by })
  return row
}

/** What all items of a set have in common. */
export interface OfSet extends Pick<ChangeSetRequest, 'hotelId' | 'action' | 'requestedBy'> {
  readonly setId: string
  readonly provider: string
  readonly account: string
  readonly options: object
  readonly reason: string | null
}

/** So many in one statement. */
const AT_ONCE = 1_000
const MAX_GIVEN = 200

/** Drafts in the order of their lines, and an item for every line. */
export async function insertItems(tx: Sql, set: OfSet, { items, faulty }: Sorted): Promise<void> {
  const { hotelId, setId } = set
  const drafts = items.map((item) => ({ ...item, id: uuidv7(), changeId: uuidv7() }))
  for (const some of chunks(drafts)) await insertDrafts(tx, set, some)
  const lines = [
    ...drafts.map(({ id, line, changeId }) => ({ id, line, change_id: changeId })),
    ...faulty.map(({ line, given, error }) => ({
      ...{ id: uuidv7(), line, given: given && keptOf(given), outcome: 'REFUSED' },
      ...{ error_code: error.code, error: error.message, field: error.field },
    })),
  ]
  for (const some of chunks(lines))
    await tx.query(
      `INSERT INTO pms_change_set_item (id, hotel_id, set_id, line, change_id, given, outcome, error_code, error, field)
       SELECT i.id, $1, $2, i.line, i.change_id, i.given, i.outcome, i.error_code, i.error, i.field
       FROM jsonb_to_recordset($3::jsonb) AS i (id uuid, line integer, change_id uuid, given text, outcome text,
         error_code text, error text, field text)`,
      [hotelId, setId, JSON.stringify(some)],
    )
}

/** It may be anything: no number of a card is kept. */
const keptOf = (given: string) => scrubProse(given.slice(0, MAX_GIVEN).replaceAll('\0', ''))

async function insertDrafts(
  tx: Sql,
  { hotelId, setId, provider, account, action, options, requestedBy, reason }: OfSet,
  items: readonly (Item & { readonly changeId: string })[],
): Promise<void> {
  const { target, lifetimeMs } = actionOf(action)
  const rows = items.map(({ changeId, row, groups, kept, wanted, undoOf }) => ({
    ...{ id: changeId, entity_id: row.id, external_id: row.externalId, groups, base: kept, wanted, undo_of: undoOf },
  }))
  await tx.query(
    `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, base,
       wanted, options, state, expires_at, requested_by, reason, undo_of, set_id)
     SELECT i.id, $1, $2, $3, $4, i.entity_id, i.external_id, $5, i.groups, i.base, i.wanted, $6::jsonb, 'DRAFT',
       now() + $7 * interval '1 ms', $8, $9, i.undo_of, $10
     FROM jsonb_to_recordset($11::jsonb) AS i (id uuid, entity_id uuid, external_id text, groups jsonb, base jsonb,
       wanted jsonb, undo_of uuid)`,
    [
      ...[hotelId, provider, account, target, action, JSON.stringify(options), lifetimeMs, requestedBy, reason, setId],
      JSON.stringify(rows),
    ],
  )
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
