import type { Change } from '../../entities/change.ts'
import { GROUPS, type Group, type Values, wordsOf } from '../../records/changes/groups.ts'
import type { JsonValue } from '../../records/common.ts'
import type { Conflict } from './list.ts'

/** What each side says, as far as who reads it may know. */
export interface Sides {
  readonly base: Values | null
  readonly wanted: Values | null
  readonly theirs: Values | null
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{ checkIn: 'arrival', checkOut: 'departure', roomTypeExternalId: 'room type', roomExternalId: 'room' },
  ...{ firstNight: 'first night', lastNight: 'last night', dueAt: 'due time', condition: 'condition' },
}

/**
 * A conflict for a person: “You moved departure to 14 May at 09:12. The PMS had 12 May then and has 13 May since 09:15 at
 * the latest. Yours would sell one night more in room 204.” Who did it at the PMS is not known, and not guessed.
 */
export function describeConflict(conflict: Conflict, sides: Sides, reader: string | null): string {
  const { change, timeZone, nights, roomNumber } = conflict
  const who = change.requestedBy === reader ? 'You' : change.requestedBy || 'Somebody'
  const asked = at(change.createdAt, timeZone)
  const since = at(change.theirsModifiedAt ?? change.conflictAt ?? change.updatedAt, timeZone)
  const differing = fieldsOf(change).filter((field) => !same(sides.wanted?.[field], sides.theirs?.[field]))
  const told = differing.map((field) => {
    const [ours, before, now] = [sides.wanted, sides.base, sides.theirs].map((side) => shown(side?.[field]))
    const name = FIELDS[field] ?? field
    if (ours === null || now === null)
      return `${who} changed ${name} at ${asked}; the PMS has another since ${since} at the latest.`
    return `${who} moved ${name} to ${ours} at ${asked}. The PMS had ${before ?? 'none'} then and has ${now} since ${since} at the latest.`
  })
  if (told.length === 0)
    told.push(`${who} changed the ${wordsOf(change.contested ?? change.groups)} at ${asked}, and so did the PMS.`)
  return [...told, ...impact(nights, roomNumber)].join(' ')
}

const fieldsOf = ({ contested, groups }: Change) =>
  (contested ?? groups).flatMap((group: Group): readonly string[] => GROUPS[group])

const same = (one: JsonValue | undefined, other: JsonValue | undefined) => (one ?? null) === (other ?? null)

function shown(value: JsonValue | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day.format(new Date(`${text}T00:00:00Z`)) : text
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

function at(instant: Date, timeZone: string): string {
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', options).format(instant)
}

function impact(nights: number | null, roomNumber: string | null): string[] {
  if (nights === null || nights === 0) return []
  const [many, count] = [Math.abs(nights) !== 1, Math.abs(nights)]
  const where = roomNumber === null ? '' : ` in room ${roomNumber}`
  const verb = nights > 0 ? 'sell' : 'give up'
  return [`Yours would ${verb} ${count} night${many ? 's' : ''}${nights > 0 ? ' more' : ''}${where}.`]
}
