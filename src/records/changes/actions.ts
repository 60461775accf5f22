import { z } from 'zod'
import type { BookingStatus } from '../booking.ts'
import { count, externalId, hotelDate, requiredText } from '../common.ts'
import type { RowType } from '../entity-type.ts'
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
  /** Adds something below its target: nothing that is there can contradict it. */
  readonly creates?: true
  /** What was not sent by then is not wanted any more. */
  readonly lifetimeMs: number
}

const status = (says: string, to: BookingStatus): Action => ({
  ...{ says, to, target: 'BOOKING', groups: ['STATUS'], values: z.strictObject({}), lifetimeMs: HOUR_MS },
})

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
    values: z.strictObject({ roomExternalId: externalId }),
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
    values: z.strictObject({ note: requiredText.max(4_000) }),
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
