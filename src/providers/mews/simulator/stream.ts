import { randomUUID } from 'node:crypto'
import type { RowKind } from '../../provider.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import type { StreamConnection, StreamVendor } from '../../simulator-kit/stream-server.ts'
import { renderReservation } from './render-booking.ts'
import { stateOf } from './render-room.ts'

/** Tells whoever is connected, and remembers nothing. */
export function createStream(hotel: SimulatedHotel): StreamVendor {
  const { clientToken, accessToken } = hotel.credentials
  const connections = new Set<StreamConnection>()
  return {
    path: '/ws/connector',
    admit: ({ headers }) => (headers.cookie === `ClientToken=${clientToken}; AccessToken=${accessToken}` ? null : 401),
    open(connection) {
      connections.add(connection)
      return { onMessage() {}, onClose: () => void connections.delete(connection) }
    },
    changed({ kind, id }) {
      const event = eventOf(hotel, kind, id)
      if (event === null) return
      for (const connection of connections) connection.send({ Events: [event] })
    },
  }
}

/** As documented; null for what is not told of. */
function eventOf(hotel: SimulatedHotel, kind: RowKind, id: string): object | null {
  const { bookings, housekeeping } = hotel.collections
  if (kind === 'bookings') {
    const entry = bookings.ledger.entries[bookings.ledger.find(id)]
    if (entry === undefined) return { Type: 'Reservation', Id: id, State: 'Canceled', StartUtc: '', EndUtc: '' }
    const { State, StartUtc, EndUtc, AssignedResourceId } = renderReservation(bookings.read(entry), hotel)
    return { Type: 'Reservation', Id: id, State, StartUtc, EndUtc, ...(AssignedResourceId && { AssignedResourceId }) }
  }
  // Whoever works on a rate changes its prices.
  if (kind === 'ratePlans') return { Type: 'PriceUpdate', Id: randomUUID(), RateId: id, ResourceCategoryId: null }
  if (kind !== 'rooms' && kind !== 'housekeeping') return null
  const room = housekeeping.find(id)
  return { Type: 'Resource', Id: id, State: room === undefined ? 'OutOfOrder' : stateOf(room) }
}
