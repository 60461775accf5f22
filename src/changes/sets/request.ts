import type { ChangeSetSource } from '../../entities/change-set.ts'
import type { PmsIntegrationError } from '../../errors.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import type { RowType } from '../../records/entity-type.ts'

export const MAX_ITEMS = 10_000

/** What a line may name its thing by, beside `id` and `externalId`. */
const NAMES: { readonly [Type in RowType]?: 'confirmationNumber' | 'roomNumber' } = {
  BOOKING: 'confirmationNumber',
  ROOM: 'roomNumber',
  HOUSEKEEPING: 'roomNumber',
}
export type KeyName = 'id' | 'externalId' | 'confirmationNumber' | 'roomNumber'
export const keyNamesOf = (type: RowType): readonly KeyName[] => ['id', 'externalId', ...[NAMES[type] ?? []].flat()]

/** What a line is about, and what is wanted of it. */
export interface NamedLine {
  readonly line: number
  readonly by: KeyName
  readonly key: string
  readonly values: Values
  readonly expected?: Values | undefined
  readonly undoOf?: string | undefined
}

/** A line that cannot become a change. */
export interface FaultyLine {
  readonly line: number
  /** What it named, as it was given. */
  readonly given: string | null
  readonly error: PmsIntegrationError
}

export type SetLine = NamedLine | FaultyLine

/** The same action for many things. */
export interface ChangeSetRequest {
  readonly hotelId: string
  /** Needed where several PMSs of the hotel could be meant. */
  readonly provider?: string | null | undefined
  readonly action: ActionName
  readonly source: ChangeSetSource
  readonly lines: readonly SetLine[]
  readonly options?: Readonly<Record<string, unknown>> | null | undefined
  readonly reason?: string | null | undefined
  readonly canary?: number | null | undefined
  readonly stopPercent?: number | null | undefined
  readonly requestedBy: string
  readonly undoOf?: string | undefined
}
