import type { Entered, EntryField } from '../../../entities/changes/entry-field.ts'
import { type ChoosableField, entryFields, GROUP_FIELDS, valueIn } from '../../../entities/changes/fields.ts'
import type { Known } from '../../../entities/changes/value-names.ts'
import type { PmsChangeGroup } from '../../../gql/graphql.ts'

type Values = Readonly<Record<string, unknown>> | null | undefined

/** What can be entered in place of either side: the fields of what the change is about. */
export const otherFields = (groups: readonly PmsChangeGroup[], known: Known | undefined): ChoosableField[] =>
  entryFields(
    groups.flatMap((group) => GROUP_FIELDS[group]),
    known,
  )

/** As it begins: what is wanted here, else what the PMS has. */
export const firstValues = (fields: readonly EntryField[], ours: Values, theirs: Values): Entered =>
  Object.fromEntries(fields.map(({ name }) => [name, String(ours?.[name] ?? theirs?.[name] ?? '')]))

/** What is sent: only what is not as the PMS has it. */
export function otherValues(fields: readonly EntryField[], entered: Entered, theirs: Values): Record<string, unknown> {
  const values = fields.map((field) => [field.name, valueIn(field, entered)] as const)
  return Object.fromEntries(values.filter(([name, value]) => value !== (theirs?.[name] ?? null)))
}
