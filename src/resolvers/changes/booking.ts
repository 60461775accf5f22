import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { PmsIntegrationError } from '../../errors.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import {
  PmsBookingActionInput,
  PmsBookingCancelInput,
  PmsBookingChangeInput,
  PmsBookingMoveInput,
  PmsBookingNoteInput,
} from '../../schema/changes/inputs.ts'
import { PmsChangePayload, type PmsChangePreview } from '../../schema/changes/payloads.ts'
import type { PmsBooking } from '../../schema/synced/booking.ts'
import type { ApiContext } from '../access/context.ts'
import { toPayloadError } from '../access/payload-errors.ts'
import { Policy } from '../access/policy.ts'
import { actorOf } from './change.ts'

type HotelInput = { input: { hotelId: string } }
const ofInput = Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
const payload = () => PmsChangePayload
type Answer = Promise<Partial<PmsChangePayload>>

@Resolver()
export class BookingChangeResolver {
  @ofInput
  @Mutation(payload, { description: 'Changes dates, room type or party of a booking at the PMS.' })
  changeBooking(
    @Arg('input', () => PmsBookingChangeInput, { description: 'The booking, and what to change.' })
    input: PmsBookingChangeInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { stay, roomTypeExternalId, party, pricing, chargeFee } = input
    const values = withoutNulls({ ...stay, ...party, roomTypeExternalId })
    return change(context, 'BOOKING_CHANGE', input, values, { pricing, chargeFee })
  }

  @ofInput
  @Mutation(payload, { description: 'Gives a booking another room at the PMS.' })
  async moveBooking(
    @Arg('input', () => PmsBookingMoveInput, { description: 'The booking, and its room.' }) input: PmsBookingMoveInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const room = await context.loaders.rows.ROOM.load(input.roomId)
    if (room === null || room.hotelId !== input.hotelId || room.deletedAt !== null)
      throw new PmsIntegrationError('NOT_FOUND', 'The hotel has no such room.', { field: 'roomId' })
    return change(context, 'BOOKING_ROOM', input, { roomExternalId: room.externalId }, { unlock: input.unlock })
  }

  @ofInput
  @Mutation(payload, { description: 'Cancels a booking at the PMS.' })
  cancelBooking(
    @Arg('input', () => PmsBookingCancelInput, { description: 'The booking.' }) input: PmsBookingCancelInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return change(context, 'BOOKING_CANCEL', input, {}, { chargeFee: input.chargeFee })
  }

  @ofInput
  @Mutation(payload, { description: 'Takes back the cancellation of a booking at the PMS.' })
  reinstateBooking(
    @Arg('input', () => PmsBookingActionInput, { description: 'The booking.' }) input: PmsBookingActionInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return change(context, 'BOOKING_REINSTATE', input, {})
  }

  @ofInput
  @Mutation(payload, { description: 'Checks the guest of a booking in at the PMS.' })
  checkInBooking(
    @Arg('input', () => PmsBookingActionInput, { description: 'The booking.' }) input: PmsBookingActionInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return change(context, 'BOOKING_CHECK_IN', input, {})
  }

  @ofInput
  @Mutation(payload, { description: 'Checks the guest of a booking out at the PMS.' })
  checkOutBooking(
    @Arg('input', () => PmsBookingActionInput, { description: 'The booking.' }) input: PmsBookingActionInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return change(context, 'BOOKING_CHECK_OUT', input, {})
  }

  @ofInput
  @Mutation(payload, { description: 'Adds a note to a booking at the PMS.' })
  addBookingNote(
    @Arg('input', () => PmsBookingNoteInput, { description: 'The booking, and the note.' }) input: PmsBookingNoteInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return change(context, 'BOOKING_NOTE', input, { note: input.note })
  }
}

const WAIT_MS = 30_000

async function change(
  context: ApiContext,
  action: ActionName,
  input: PmsBookingActionInput,
  values: Values,
  options: object = {},
): Answer {
  const { hotelId, bookingId: entityId, reason, notifyGuest, dryRun, wait } = input
  const expected = input.expected && withoutNulls(input.expected)
  const wish = { hotelId, action, entityId, values, expected, reason, requestedBy: actorOf(context) }
  const request = { ...wish, options: { ...options, notifyGuest } }
  try {
    if (dryRun) return { preview: (await context.changes.preview(request, context.signal())) as PmsChangePreview }
    const recorded = await context.changes.request(request)
    if (!wait) return { change: recorded }
    const signal = AbortSignal.any([context.signal(), AbortSignal.timeout(WAIT_MS)])
    return { change: await context.changes.waitForEnd(recorded, signal) }
  } catch (error) {
    return stale(context, input, error)
  }
}

/** What it is by now, for whoever believed something else. */
async function stale({ loaders }: ApiContext, { bookingId }: PmsBookingActionInput, error: unknown): Answer {
  if (!(error instanceof PmsIntegrationError) || error.code !== 'STALE_EXPECTED') throw error
  const booking: PmsBooking | null = await loaders.rows.BOOKING.load(bookingId)
  return { booking, errors: [toPayloadError(error)] }
}

const withoutNulls = (fields: object): Values =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
