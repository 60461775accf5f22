import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import type { Values } from '../../records/changes/groups.ts'
import {
  PmsHousekeepingUpdateInput,
  PmsMaintenanceRequestCreateInput,
  PmsMaintenanceRequestUpdateInput,
  PmsRoomBlockCreateInput,
  PmsRoomBlockEndInput,
} from '../../schema/changes/care-inputs.ts'
import { PmsChangesPayload } from '../../schema/changes/payloads.ts'
import type { ApiContext } from '../access/context.ts'
import { type Answer, askFor, askForAll, ofInput, payload, requireRow, type Wish, withoutNulls } from './ask.ts'

const MAX_ROOMS = 200

/** Rooms: how clean they are, whether they are sold, what has to be repaired in them. */
@Resolver()
export class CareChangeResolver {
  @ofInput
  @Mutation(() => PmsChangesPayload, { description: 'Says at the PMS how clean rooms are: all of them, or none.' })
  async updateHousekeeping(
    @Arg('input', () => PmsHousekeepingUpdateInput, { description: 'The rooms, and how clean they are.' })
    input: PmsHousekeepingUpdateInput,
    @Ctx() context: ApiContext,
  ): Promise<Partial<PmsChangesPayload>> {
    const { condition, expected, reason } = input
    const ids = await housekeepingOf(context, input)
    const wish = { action: 'HOUSEKEEPING_CONDITION', values: { condition }, reason } as const
    const saw = expected ? { expected: { condition: expected } } : {}
    return askForAll(
      context,
      input,
      ids.map((entityId): Wish => ({ ...wish, ...saw, entityId })),
    )
  }

  @ofInput
  @Mutation(payload, { description: 'Takes a room out of sale for some nights at the PMS.' })
  createRoomBlock(
    @Arg('input', () => PmsRoomBlockCreateInput, { description: 'The room, and the nights.' })
    input: PmsRoomBlockCreateInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { hotelId: _, dryRun: __, wait: ___, roomId: entityId, ...values } = input
    return askFor(context, input, { action: 'ROOM_BLOCK_CREATE', entityId, values: withoutNulls(values) })
  }

  @ofInput
  @Mutation(payload, { description: 'Gives a blocked room back to sale at the PMS.' })
  endRoomBlock(
    @Arg('input', () => PmsRoomBlockEndInput, { description: 'The room block.' }) input: PmsRoomBlockEndInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { roomBlockId: entityId, returnCondition, reason } = input
    const values = withoutNulls({ returnCondition })
    return askFor(context, input, { action: 'ROOM_BLOCK_END', entityId, values, reason })
  }

  @ofInput
  @Mutation(payload, { description: 'Asks at the PMS for something in a room to be repaired or seen to.' })
  createMaintenanceRequest(
    @Arg('input', () => PmsMaintenanceRequestCreateInput, { description: 'The room, and what it is.' })
    input: PmsMaintenanceRequestCreateInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { hotelId: _, dryRun: __, wait: ___, roomId: entityId, ...request } = input
    return askFor(context, input, { action: 'MAINTENANCE_CREATE', entityId, values: withoutNulls(asValues(request)) })
  }

  @ofInput
  @Mutation(payload, { description: 'Changes a maintenance request at the PMS, such as that it is done.' })
  async updateMaintenanceRequest(
    @Arg('input', () => PmsMaintenanceRequestUpdateInput, { description: 'The request, and what to change.' })
    input: PmsMaintenanceRequestUpdateInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { hotelId: _, dryRun: __, wait: ___, maintenanceRequestId: entityId, expectedStatus, ...request } = input
    const values = asValues(request)
    const saw = expectedStatus ? { expected: { status: expectedStatus } } : {}
    return askFor(context, input, { action: 'MAINTENANCE_UPDATE', entityId, values, ...saw })
  }
}

/** What was left out stays; an instant goes as text. */
function asValues({ dueAt, ...fields }: { readonly dueAt?: Date | null } & object): Values {
  const given = Object.entries({ ...fields, dueAt: dueAt instanceof Date ? dueAt.toISOString() : dueAt })
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Values
}

async function housekeepingOf(
  context: ApiContext,
  { hotelId, roomIds }: PmsHousekeepingUpdateInput,
): Promise<string[]> {
  if (roomIds.length === 0 || roomIds.length > MAX_ROOMS)
    throw badUserInput('roomIds', `has to name 1 to ${MAX_ROOMS} rooms`)
  const ids = [...new Set(roomIds)]
  const rooms = ids.map((id, at) => requireRow(context, 'ROOM', { hotelId, id, field: `roomIds.${at}` }))
  const found = (await Promise.all(rooms)).map(async ({ provider, externalId }, at) => {
    const row = await context.loaders.rowsByExternalId.HOUSEKEEPING.load({ hotelId, provider, externalId })
    if (row !== null) return row.id
    const message = 'Nothing is known yet of how clean the room is.'
    throw new PmsIntegrationError('NOT_FOUND', message, { field: `roomIds.${at}` })
  })
  return Promise.all(found)
}
