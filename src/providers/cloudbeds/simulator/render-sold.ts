import { decimalOf } from '../../money.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { renderDay } from './calendar.ts'
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
