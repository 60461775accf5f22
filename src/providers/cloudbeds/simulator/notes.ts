import { z } from 'zod'
import { wallClockOf } from '../../local-time.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { answerOf, type Command, ok, refusal } from './answers.ts'

interface Note {
  readonly reservationNoteID: string
  readonly userName: string
  readonly dateCreated: string
  readonly dateModified: string
  readonly reservationNote: string
}

const added = z.object({ reservationID: z.string(), reservationNote: z.string().min(1) })

/** Notes stand beside the reservations, in a list of their own that starts empty. */
export function createNotes() {
  const notes = new Map<string, Note[]>()
  const postReservationNote: Command = (form, { desk, clock, timeZone }) => {
    const { data } = added.safeParse(form)
    if (data === undefined) return refusal('Parameter reservationNote is required')
    const { reservationID: externalId, reservationNote } = data
    const reservationNoteID = String(4_100_001 + [...notes.values()].flat().length)
    const outcome = desk.perform({
      ...{ kind: 'bookings', action: 'BOOKING_NOTE', externalId, sideEffects: [], refuse: () => null },
      change() {
        const dateCreated = wallClockOf(clock.now(), timeZone).slice(0, 19).replace('T', ' ')
        const note = { reservationNoteID, userName: 'API', dateCreated, dateModified: dateCreated, reservationNote }
        notes.set(externalId, [...(notes.get(externalId) ?? []), note])
        return {}
      },
    })
    return answerOf(outcome, { reservationNoteID })
  }
  const getReservationNotes = (query: URLSearchParams, { collections }: SimulatedHotel): SimulatorAnswer => {
    const id = query.get('reservationID') ?? ''
    if (collections.bookings.find(id) === undefined) return refusal('Reservation not found')
    return ok({ data: notes.get(id) ?? [] })
  }
  return { postReservationNote, getReservationNotes }
}
