import type { z } from 'zod'
import type { HttpRequest, HttpResponse } from '../providers/transport/http.ts'
import type { JsonObject } from '../records/common.ts'

/**
 * How a channel is told what a hotel sells. A channel is a folder like a provider's, and an entry in `registry.ts`. It sends and
 * reads; when, how often and what after a failure is the sender's.
 */
export interface Channel {
  readonly key: string
  readonly name: string
  readonly credentials: z.ZodObject
  readonly settings: z.ZodObject
  /** Time between two messages of one property, so that its limit is kept. */
  readonly spacingMs: number
  /** @throws PmsIntegrationError PROVIDER_… when it took nothing */
  readonly sendAvailability: (ctx: ChannelContext, ranges: readonly AvailabilityRange[]) => Promise<readonly Refusal[]>
  /** @throws PmsIntegrationError PROVIDER_… when it took nothing */
  readonly sendRates: (ctx: ChannelContext, ranges: readonly RateRange[]) => Promise<readonly Refusal[]>
  /** What it sells on these days, as far as it tells: for whoever has to know whether what was taken was done as well. */
  readonly read: (ctx: ChannelContext, days: ChannelDays) => Promise<ChannelView>
}

export interface ChannelContext {
  /** The hotel's property there. */
  readonly propertyId: string
  /** That its prices are in there. */
  readonly currency: string
  /** As parsed by the channel's schemas. */
  readonly credentials: JsonObject
  readonly settings: JsonObject
  /** @throws PmsIntegrationError PROVIDER_… for every answer that is not 2xx */
  send(request: HttpRequest): Promise<HttpResponse>
}

/** Days of the hotel, both included. */
export interface ChannelDays {
  readonly from: string
  readonly to: string
}

/** Rooms of a type that may be sold on each of these days; never below 0. */
export interface AvailabilityRange extends ChannelDays {
  /** Of the room type at the channel. */
  readonly channelId: string
  readonly available: number
}

export interface RateRange extends ChannelDays {
  /** Of the rate plan at the channel. */
  readonly channelId: string
  readonly value: RateValue
}

/** What holds for a night. */
export interface RateValue {
  /** In minor units, by persons from one on; one where the price is of the room. Empty: none, and not to be sold. */
  readonly amounts: readonly number[]
  readonly isClosed: boolean
  readonly isClosedToArrival: boolean
  readonly isClosedToDeparture: boolean
  readonly minStayArrival: number
  readonly minStayThrough: number
  /** 0: any. */
  readonly maxStay: number
}

/** What a channel did not take of a message that it took. */
export interface Refusal extends ChannelDays {
  readonly kind: 'AVAILABILITY' | 'RATE'
  readonly channelId: string
  /** In the channel's words. */
  readonly reason: string
}

export interface ChannelView {
  /** By the channel's id of the room type and day. */
  availability(channelId: string, day: string): number | undefined
  /** Whether a plan is sold on a day, and at which price where it has one. */
  rate(channelId: string, day: string): { readonly isClosed: boolean; readonly amount: number | null } | undefined
}
