import { z } from 'zod'
import type { BookingStatus } from '../booking.ts'
import { count, externalId, hotelDate, requiredText } from '../common.ts'
import type { RowType } from '../entity-type.ts'
import { CONDITIONS } from '../housekeeping.ts'
import { MAINTENANCE_PRIORITIES, MAINTENANCE_STATUSES } from '../maintenance-request.ts'
import { ROOM_BLOCK_KINDS } from '../room-block.ts'
import type { Group } from './groups.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Something that a person can have done at a PMS. */
export interface Action {
  readonly says: string
  /** What it is done to. */
  readonly target: RowType
  /** What it may change. */
  readonly groups: readonly Group[]
  /** What is asked for. A field that is left out stays as it is. */
  readonly values: z.ZodObject
  /** Of an action that moves a booking on: where it leads. */
  readonly to?: BookingStatus
  /** Adds something below its target, such as a room block to a room: nothing that is there can contradict it. */
  readonly creates?: true
  /** What it adds, where that is a row of its own. */
  readonly makes?: RowType
  /** Ends its target: that the PMS no longer has it is what was wanted. */
  readonly ends?: true
  /** What was not sent by then is not wanted any more. */
  readonly lifetimeMs: number
}

const status = (says: string, to: BookingStatus): Action => ({
  ...{ says, to, target: 'BOOKING', groups: ['STATUS'], values: z.strictObject({}), lifetimeMs: HOUR_MS },
})

const short = requiredText.max(200)
const long = requiredText.max(4_000)
/** As it is kept in JSON: ISO 8601 in UTC. */
const moment = z.iso.datetime({ offset: true }).overwrite((at) => new Date(at).toISOString())
/** `UNKNOWN` is nothing that can be wished. */
const condition = z.enum(CONDITIONS).exclude(['UNKNOWN'])

/** Of what has to be repaired; null takes a value away. */
const request = {
  title: short,
  code: short.nullable().optional(),
  description: long.nullable().optional(),
  priority: z.enum(MAINTENANCE_PRIORITIES).nullable().optional(),
  assignee: short.nullable().optional(),
  dueAt: moment.nullable().optional(),
}

export const actions = {
  BOOKING_CHANGE: {
    says: 'Dates, room type or party of a booking.',
    target: 'BOOKING',
    groups: ['STAY', 'TYPE', 'PARTY'],
    values: z
      .strictObject({
        checkIn: hotelDate,
        checkOut: hotelDate,
        roomTypeExternalId: externalId,
        adults: count.min(1).max(1_000),
        children: count.max(1_000),
      })
      .partial(),
    lifetimeMs: DAY_MS,
  },
  BOOKING_ROOM: {
    says: 'The room of a booking.',
    target: 'BOOKING',
    groups: ['ROOM'],
    /** Null leaves it without one. */
    values: z.strictObject({ roomExternalId: externalId.nullable() }),
    lifetimeMs: DAY_MS,
  },
  BOOKING_CANCEL: status('Cancels a booking.', 'CANCELLED'),
  BOOKING_REINSTATE: status('Takes back the cancellation of a booking.', 'CONFIRMED'),
  BOOKING_CHECK_IN: status('Checks a guest in.', 'CHECKED_IN'),
  BOOKING_UNDO_CHECK_IN: status('Takes back a check-in.', 'CONFIRMED'),
  BOOKING_CHECK_OUT: status('Checks a guest out.', 'CHECKED_OUT'),
  BOOKING_NOTE: {
    says: 'Adds a note to a booking.',
    target: 'BOOKING',
    groups: ['NOTE'],
    creates: true,
    values: z.strictObject({ note: long }),
    lifetimeMs: DAY_MS,
  },
  HOUSEKEEPING_CONDITION: {
    says: 'How clean a room is.',
    target: 'HOUSEKEEPING',
    groups: ['CONDITION'],
    values: z.strictObject({ condition }),
    lifetimeMs: HOUR_MS,
  },
  ROOM_BLOCK_CREATE: {
    says: 'Takes a room out of sale for some nights.',
    target: 'ROOM',
    groups: ['BLOCK', 'BLOCK_REASON'],
    creates: true,
    makes: 'ROOM_BLOCK',
    values: z.strictObject({
      kind: z.enum(ROOM_BLOCK_KINDS),
      firstNight: hotelDate,
      lastNight: hotelDate,
      reasonCode: short.optional(),
      reason: long.optional(),
      returnCondition: condition.optional(),
    }),
    lifetimeMs: DAY_MS,
  },
  ROOM_BLOCK_END: {
    says: 'Gives a blocked room back to sale.',
    target: 'ROOM_BLOCK',
    groups: ['BLOCK'],
    ends: true,
    values: z.strictObject({ returnCondition: condition.optional() }),
    lifetimeMs: DAY_MS,
  },
  MAINTENANCE_CREATE: {
    says: 'Asks for something in a room to be repaired or seen to.',
    target: 'ROOM',
    groups: ['REQUEST'],
    creates: true,
    makes: 'MAINTENANCE_REQUEST',
    values: z.strictObject(request),
    lifetimeMs: DAY_MS,
  },
  MAINTENANCE_UPDATE: {
    says: 'What has to be repaired, and how far it is.',
    target: 'MAINTENANCE_REQUEST',
    groups: ['REQUEST', 'STATUS'],
    values: z.strictObject({ ...request, status: z.enum(MAINTENANCE_STATUSES) }).partial(),
    lifetimeMs: DAY_MS,
  },
} as const satisfies Record<string, Action>

export type ActionName = keyof typeof actions
export const ACTION_NAMES = Object.keys(actions) as readonly ActionName[]
export const actionOf = (name: ActionName): Action => actions[name]

/** What a vendor would do beside the wish: nothing of it happens unless it is asked for. */
export const changeOptions = z.strictObject({
  /** What new nights or another type cost: what was agreed, or what the rate says today. */
  pricing: z.enum(['KEEP', 'REPRICE']).optional(),
  /** Has the PMS write to the guest. */
  notifyGuest: z.boolean().optional(),
  /** Has the PMS charge what its cancellation policy says. */
  chargeFee: z.boolean().optional(),
  /** Moves a booking although somebody at the PMS has locked it into its room. */
  unlock: z.boolean().optional(),
})
export type ChangeOptions = z.output<typeof changeOptions>
