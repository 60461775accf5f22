import { z } from 'zod'
import { decimalAmount } from '../../money.ts'
import { idList, wireId } from '../identify.ts'
import { day, flag, money, text, whole } from './common.ts'

/** What the search says about the guest. */
const summaryGuest = z.object({ id: wireId.nullish(), givenName: text, surname: text, fullName: text, email: text })

/** One of the guests that a single reservation names. */
const detailGuest = z.object({
  primary: flag,
  profileInfo: z
    .object({
      profileIdList: idList.nullish(),
      profile: z
        .object({
          customer: z
            .object({ personName: z.array(z.object({ givenName: text, surname: text, nameType: text })).nullish() })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
})

const summaryStay = {
  adultCount: whole,
  childCount: whole,
  roomType: text,
  roomId: text,
  // What an example of the vendor calls `roomId`.
  roomNumber: text,
  sourceCode: text,
  totalAmount: money,
}

const detailStay = {
  guestCounts: z.object({ adults: whole, children: whole }).nullish(),
  currentRoomInfo: z.object({ roomType: text, roomId: text }).nullish(),
  roomRates: z.array(z.object({ roomType: text, roomId: text, sourceCode: text })).nullish(),
  total: z
    .object({ amountBeforeTax: decimalAmount.nullish(), amountAfterTax: decimalAmount.nullish(), currencyCode: text })
    .nullish(),
}

/** A reservation in either of the vendor's two shapes, of a search and of a single one: all that is read of both. */
export const wireReservation = z.object({
  reservationIdList: idList,
  roomStay: z.object({ arrivalDate: day, departureDate: day, ...summaryStay, ...detailStay }),
  reservationGuest: summaryGuest.nullish(),
  reservationGuests: z.array(detailGuest).nullish(),
  sourceOfSale: z.object({ sourceCode: text }).nullish(),
  comments: z.array(z.object({ comment: z.object({ text: z.object({ value: text }).nullish() }).nullish() })).nullish(),
  reservationStatus: text,
  computedReservationStatus: text,
  walkInIndicator: flag,
  walkIn: flag,
  lastModifyDateTime: text,
})

export type WireReservation = z.output<typeof wireReservation>
