import { agree, pickGroups, type Values } from '../../../records/changes/groups.ts'
import type { Facts, Outgoing, ProviderWrites, ReadTarget, Refusal, Sent } from '../../write.ts'
import { hotelPath, sendCommand } from '../client.ts'
import { fetchMaintenanceRequest, openRequestsOfRoom } from '../maintenance-requests.ts'
import { normalizeMaintenanceRequest } from '../normalize/maintenance-request.ts'
import { fetchRoom } from '../rooms.ts'
import type { OperaContext } from '../settings.ts'
import { eachAlone, refused, SETTLE_MS, unsupported } from './parts.ts'
import { sentBy } from './refusal.ts'

/** Requests have a code and remarks, and are resolved or not. */
export const maintenanceActions = {
  MAINTENANCE_CREATE: eachAlone({
    carries: [],
    ...{ repeat: 'CREATE', settleMs: SETTLE_MS, provesAbsence: true },
    may: (wanted) =>
      wanted.code ? unknownFields(wanted, {}) : refused('OPERA asks for a maintenance code of the hotel’s own list.'),
    read: readAlike,
    send: createRequest,
  }),
  MAINTENANCE_UPDATE: eachAlone({
    carries: ['REQUEST', 'STATUS'],
    ...{ repeat: 'SET', settleMs: SETTLE_MS, undo: 'MAINTENANCE_UPDATE' },
    may: mayUpdate,
    read: readRequest,
    send: updateRequest,
  }),
} satisfies ProviderWrites

/** The remarks say both what it is called and what it is about. */
const remarksOf = ({ title, description }: Values) => [title, description].filter(Boolean).join('\n')

/** What OPERA keeps nothing of, or knows by ids of its own that nobody here has. */
function unknownFields(wanted: Values, theirs: Values): Refusal | null {
  const fields = ['priority', 'assignee', 'dueAt'] as const
  const strange = fields.find((field) => wanted[field] && wanted[field] !== theirs[field])
  return strange === undefined ? null : unsupported(`OPERA takes a code and remarks of a request, and no ${strange}.`)
}

function mayUpdate(wanted: Values, { values }: Facts): Refusal | null {
  if (wanted.status !== undefined && wanted.status !== 'OPEN' && wanted.status !== 'RESOLVED')
    return unsupported('OPERA has requests that are open and requests that are resolved.')
  if (wanted.title) return unsupported('A request has no title of its own in OPERA.')
  if (isReworded(wanted, values) && !values.roomExternalId) return unsupported('OPERA changes requests of rooms only.')
  if (isReworded(wanted, values) && !wanted.code) return refused('OPERA asks for a maintenance code.')
  return unknownFields(wanted, values)
}

const isReworded = (wanted: Values, theirs: Values) =>
  ['code', 'description'].some((field) => field in wanted && (wanted[field] ?? null) !== (theirs[field] ?? null))

/** Open ones of the room that say the same. */
async function readAlike(ctx: OperaContext, { externalId, wanted }: ReadTarget): Promise<Facts | null> {
  if ((await fetchRoom(ctx, externalId)) === null) return null
  const requests = await openRequestsOfRoom(ctx, externalId)
  const said = { code: wanted.code ?? null, description: remarksOf(wanted) }
  const alike = requests
    .map((raw) => normalizeMaintenanceRequest(raw, ctx))
    .filter((one) => agree('REQUEST', { code: one.code ?? null, description: one.description ?? null }, said))
  return { values: {}, modifiedAt: null, alike: alike.map((one) => one.externalId) }
}

async function createRequest(ctx: OperaContext, { externalId, wanted }: Outgoing): Promise<Sent> {
  const code = String(wanted.code)
  const criteria = { maintenanceCode: code, remarks: remarksOf(wanted), roomIds: [externalId], ...hotelOf(ctx) }
  const path = `/hsk/v1/${hotelPath(ctx)}/rooms/maintenanceCodes/${encodeURIComponent(code)}`
  return sentBy(await sendCommand(ctx, { method: 'POST', path, json: { criteria, includeDetails: false } }))
}

async function readRequest(ctx: OperaContext, { externalId }: ReadTarget): Promise<Facts | null> {
  const raw = await fetchMaintenanceRequest(ctx, externalId)
  if (raw === null) return null
  const request = normalizeMaintenanceRequest(raw, ctx)
  const { externalUpdatedAt: at } = request
  const modifiedAt = at === null || at === undefined ? null : new Date(at)
  return { values: pickGroups({ ...request }, ['REQUEST', 'STATUS', 'ROOM']), modifiedAt }
}

/** Words first, then its end or its return; each sets what it sets, however often it arrives. */
async function updateRequest(ctx: OperaContext, change: Outgoing): Promise<Sent> {
  const { externalId: id, values, before } = change
  const { roomExternalId: roomId } = before.values
  const criteria = {
    ...{
      maintenanceCode: values.code,
      remarks: values.description ?? '',
      maintenanceId: { id, type: 'RoomMaintenanceId' },
    },
    ...(roomId && { roomId }),
    ...hotelOf(ctx),
  }
  const base = `/hsk/v1/${hotelPath(ctx)}`
  const put = async (path: string) =>
    sentBy(await sendCommand(ctx, { method: 'PUT', path: `${base}${path}`, json: { criteria } }))
  if (isReworded(change.wanted, before.values)) {
    const sent = await put(`/rooms/${encodeURIComponent(String(roomId))}/maintenances/${encodeURIComponent(id)}`)
    if (sent.kind !== 'DONE' || values.status === before.values.status) return sent
  }
  return put(`/maintenances/${encodeURIComponent(id)}/${values.status === 'RESOLVED' ? 'resolve' : 'unResolve'}`)
}

const hotelOf = ({ hotel }: OperaContext) => ({ hotelId: hotel.externalHotelId })
