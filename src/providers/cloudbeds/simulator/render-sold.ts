import { decimalOf, minorUnitsOf } from '../../money.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatedNights } from '../../simulator-kit/nights.ts'
import { renderDay, roomsLeft } from './calendar.ts'
import { PROPERTY } from './render.ts'

const ROOM_TYPE = 100_201
const RATE = 990_001
/** Rates are made for the first types in turn. */
const TYPES_WITH_RATES = 5

export const roomTypeId = (index: number) => String(ROOM_TYPE + index)
export const rateId = (index: number) => String(RATE + index)

const typeOf = (rate: number) => rate % TYPES_WITH_RATES

export function renderRoomType(type: SimulatedItems['roomTypes']) {
  return {
    roomTypeID: type.externalId,
    propertyID: PROPERTY,
    roomTypeName: type.name,
    roomTypeNameShort: type.code ?? '',
    roomTypeDescription: '',
    isPrivate: true,
    maxGuests: type.capacity ?? 0,
    adultsIncluded: 2,
    childrenIncluded: 0,
  }
}

/** A rate without its prices. */
export function renderRatePlan(plan: SimulatedItems['ratePlans']) {
  const index = Number(plan.externalId) - RATE
  return {
    rateID: plan.externalId,
    isDerived: plan.derivedFromExternalId !== null,
    roomTypeID: roomTypeId(typeOf(index)),
    propertyID: PROPERTY,
    ratePlanID: String(77_120 + index),
    ratePlanNamePublic: plan.name,
    ratePlanNamePrivate: plan.code,
    promoCode: null,
    parentRateID: plan.derivedFromExternalId,
    ...derivationOf(plan),
    addOns: [],
  }
}

function derivationOf({ derivationKind: kind, derivationValue: value, currency }: SimulatedItems['ratePlans']) {
  if (kind === null || value === null) return {}
  return kind === 'PERCENT'
    ? { derivedType: 'percentage', derivedValue: value / 100 }
    : { derivedType: 'fixed', derivedValue: Number(decimalOf(value, currency ?? 'EUR')) }
}

/** What a rate costs on these nights together, and each of them where that is asked for. */
export function renderPrices(rate: unknown, nights: readonly number[], isDetailed: boolean) {
  const index = Number((rate as { rateID: string }).rateID) - RATE
  const days = nights.map((night) => renderDay(index, typeOf(index), night))
  const total = days.reduce((sum, { totalRate }) => sum + totalRate, 0)
  const roomsAvailable = Math.min(...days.map((day) => day.roomsAvailable))
  return { roomRate: total, totalRate: total, roomsAvailable, ...(isDetailed && { roomRateDetailed: days }) }
}

/** A rate is of one room type. Each type has what is left of it told by its rates alone. */
export const nights: SimulatedNights = {
  rates: ({ collections, currency }, day) =>
    collections.ratePlans.ledger.entries.map(({ id, index }) => {
      const told = renderDay(index, typeOf(index), day)
      return {
        about: { ratePlanExternalId: id, roomTypeExternalId: roomTypeId(typeOf(index)), currency },
        values: {
          amounts: [minorUnitsOf(told.totalRate, currency)],
          ...{ closed: told.blocked, closedToArrival: told.closedToArrival, closedToDeparture: told.closedToDeparture },
          ...{ minStayArrival: told.minLos || null, maxStay: told.maxLos || null, cutoffDays: told.cutOff || null },
        },
      }
    }),
  availability: ({ collections }, day) =>
    [...new Set(collections.ratePlans.ledger.entries.map(({ index }) => typeOf(index)))].map((type) => ({
      about: { roomTypeExternalId: roomTypeId(type) },
      values: { available: roomsLeft(type, day) },
    })),
}
