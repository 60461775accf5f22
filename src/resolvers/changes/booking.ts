import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import {
  PmsBookingActionInput,
  PmsBookingCancelInput,
  PmsBookingChangeInput,
  PmsBookingMoveInput,
  PmsBookingNoteInput,
} from '../../schema/changes/inputs.ts'
import type { PmsBooking } from '../../schema/synced/booking.ts'
import type { ApiContext } from '../access/context.ts'
import { toPayloadError } from '../access/payload-errors.ts'
import { type Answer, askFor, ofInput, payload, requireRow, withoutNulls } from './ask.ts'

@Resolver()
export class BookingChangeResolver {
  @ofInput
  @Mutation(payload, { description: 'Changes dates, room type or party of a booking at the PMS.' })
  async changeBooking(
    @Arg('input', () => PmsBookingChangeInput, { description: 'The booking, and what to change.' })
    input: PmsBookingChangeInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { stay, roomTypeId, party, pricing, chargeFee } = input
    const named = { hotelId: input.hotelId, id: roomTypeId ?? '', field: 'roomTypeId' }
    const type = roomTypeId ? await requireRow(context, 'ROOM_TYPE', named) : null
    const values = withoutNulls({ ...stay, ...party, roomTypeExternalId: type?.externalId })
    return change(context, 'BOOKING_CHANGE', input, values, { pricing, chargeFee })
  }

  @ofInput
  @Mutation(payload, { description: 'Gives a booking another room at the PMS, or none.' })
  async moveBooking(
    @Arg('input', () => PmsBookingMoveInput, { description: 'The booking, and its room.' }) input: PmsBookingMoveInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { roomId: id, unlock } = input
    if (id === undefined) throw badUserInput('roomId', 'has to name a room, or to be null')
    const room = id === null ? null : await requireRow(context, 'ROOM', { ...input, id, field: 'roomId' })
    return change(context, 'BOOKING_ROOM', input, { roomExternalId: room?.externalId ?? null }, { unlock })
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

/** A wish for a booking; whoever believed something else is told what it is by now. */
async function change(
  context: ApiContext,
  action: ActionName,
  input: PmsBookingActionInput,
  values: Values,
  options: object = {},
): Answer {
  const { bookingId: entityId, reason, notifyGuest } = input
  const expected = input.expected && withoutNulls(input.expected)
  const wish = { action, entityId, values, expected, reason, options: { ...options, notifyGuest } }
  try {
    return await askFor(context, input, wish)
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.code !== 'STALE_EXPECTED') throw error
    const booking: PmsBooking | null = await context.loaders.rows.BOOKING.load(entityId)
    return { booking, errors: [toPayloadError(error)] }
  }
}
