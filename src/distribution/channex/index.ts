import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import { minorUnitsOf } from '../../providers/money.ts'
import type { HttpResponse } from '../../providers/transport/http.ts'
import type {
  AvailabilityRange,
  Channel,
  ChannelContext,
  ChannelDays,
  ChannelView,
  RateRange,
  Refusal,
} from '../channel.ts'

const credentials = z.object({ apiKey: z.string().trim().min(1).max(500) })
const settings = z.object({ baseUrl: z.url().default('https://app.channex.io') })

/** Facts from docs.channex.io: “Availability and Rates”, “API Rate Limits”, “Best Practices Guide”. */
export const channex: Channel = {
  key: 'channex',
  name: 'Channex',
  credentials,
  settings,
  // Ten messages a minute and property, of each of the two kinds.
  spacingMs: 6_500,
  sendAvailability: async (ctx, ranges) => {
    const values = ranges.map(({ from, to, channelId, available }) => ({
      ...{ property_id: ctx.propertyId, room_type_id: channelId },
      ...{ date_from: from, date_to: to, availability: available },
    }))
    return refusalsOf(await post(ctx, 'availability', values), 'AVAILABILITY', ranges)
  },
  sendRates: async (ctx, ranges) =>
    refusalsOf(await post(ctx, 'restrictions', ranges.map(restriction(ctx.propertyId))), 'RATE', ranges),
  read,
}

const restriction =
  (propertyId: string) =>
  ({ from, to, channelId, value }: RateRange) => ({
    ...{ property_id: propertyId, rate_plan_id: channelId, date_from: from, date_to: to },
    // Whole numbers are minor units there. Without a price the old one stays, and nothing is sold at it.
    ...(value.amounts.length === 1 && { rate: value.amounts[0] }),
    ...(value.amounts.length > 1 && { rates: value.amounts.map((rate, i) => ({ occupancy: i + 1, rate })) }),
    ...{ stop_sell: value.isClosed, closed_to_arrival: value.isClosedToArrival },
    closed_to_departure: value.isClosedToDeparture,
    ...{ min_stay_arrival: value.minStayArrival, min_stay_through: value.minStayThrough, max_stay: value.maxStay },
  })

const headers = ({ credentials: { apiKey } }: ChannelContext) => ({
  'user-api-key': String(apiKey),
  'content-type': 'application/json',
})

const addressOf = ({ settings: { baseUrl } }: ChannelContext, path: string) =>
  new URL(`/api/v1/${path}`, String(baseUrl))

function post(ctx: ChannelContext, path: string, values: readonly object[]): Promise<HttpResponse> {
  const body = JSON.stringify({ values })
  return ctx.send({ method: 'POST', url: addressOf(ctx, path).href, headers: headers(ctx), body })
}

const warning = z.looseObject({
  room_type_id: z.string().nullish(),
  rate_plan_id: z.string().nullish(),
  date: z.iso.date().nullish(),
  date_from: z.iso.date().nullish(),
  date_to: z.iso.date().nullish(),
  warning: z.unknown(),
})
const taken = z.object({ meta: z.looseObject({ warnings: z.array(warning).nullish() }).nullish() })

/** It says 200 and names what it did not take. What cannot be read of that is taken for all that was sent. */
function refusalsOf(
  { body }: HttpResponse,
  kind: Refusal['kind'],
  sent: readonly (AvailabilityRange | RateRange)[],
): Refusal[] {
  const answer = taken.safeParse(parse(body)).data
  if (answer === undefined) throw unreadable()
  return (answer.meta?.warnings ?? []).flatMap((one) => {
    const reason = JSON.stringify(one.warning ?? one).slice(0, 300)
    const channelId = one.room_type_id ?? one.rate_plan_id
    const from = one.date_from ?? one.date
    const to = one.date_to ?? one.date
    const meant = sent.filter((range) => channelId == null || range.channelId === channelId)
    if (channelId != null && from != null && to != null) return [{ kind, channelId, from, to, reason }]
    return meant.map((range) => ({ kind, channelId: range.channelId, from: range.from, to: range.to, reason }))
  })
}

const byDay = <T extends z.ZodType>(value: T) => z.object({ data: z.record(z.string(), z.record(z.string(), value)) })
const availabilityAnswer = byDay(z.number())
const restrictionAnswer = byDay(
  z.looseObject({ rate: z.union([z.string(), z.number()]).nullish(), stop_sell: z.boolean().nullish() }),
)

async function read(ctx: ChannelContext, days: ChannelDays): Promise<ChannelView> {
  const rooms = availabilityAnswer.safeParse(parse((await get(ctx, 'availability', days)).body)).data
  const only = { 'filter[restrictions]': 'rate,stop_sell' }
  const plans = restrictionAnswer.safeParse(parse((await get(ctx, 'restrictions', days, only)).body)).data
  if (rooms === undefined || plans === undefined) throw unreadable()
  return {
    availability: (channelId, day) => rooms.data[channelId]?.[day],
    rate(channelId, day) {
      const found = plans.data[channelId]?.[day]
      if (found === undefined) return undefined
      const amount = found.rate == null ? null : minorUnitsOf(found.rate, ctx.currency)
      return { isClosed: found.stop_sell === true, amount }
    },
  }
}

function get(ctx: ChannelContext, path: string, { from, to }: ChannelDays, more: Record<string, string> = {}) {
  const url = addressOf(ctx, path)
  const filters = { 'filter[property_id]': ctx.propertyId, 'filter[date][gte]': from, 'filter[date][lte]': to, ...more }
  for (const [name, value] of Object.entries(filters)) url.searchParams.set(name, value)
  return ctx.send({ method: 'GET', url: url.href, headers: headers(ctx) })
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const unreadable = () => new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The channel answered what cannot be read.')
