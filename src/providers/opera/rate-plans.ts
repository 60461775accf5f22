import { z } from 'zod'
import type { FetchedPage } from '../provider.ts'
import type { Query } from '../transport/rest.ts'
import { get, hotelPath } from './client.ts'
import { ratePlanIdOf } from './ids.ts'
import type { OperaContext } from './settings.ts'

const answer = z.object({ ratePlans: z.array(z.unknown()).nullish() }).nullable()
const DETAILS = ['PrimaryDetails', 'TransactionDetails', 'RateControls']

/** All rate plans in one answer: this list has no pages. */
export async function* fetchRatePlans(ctx: OperaContext): AsyncGenerator<FetchedPage> {
  yield { items: await readRatePlans(ctx, {}), cursor: null }
}

export async function fetchRatePlan(ctx: OperaContext, id: string): Promise<unknown | null> {
  const plans = await readRatePlans(ctx, { ratePlanCode: id })
  return plans.find((plan) => ratePlanIdOf(plan) === id) ?? null
}

/** @param asked what to narrow the list by */
export async function readRatePlans(ctx: OperaContext, asked: Query): Promise<readonly unknown[]> {
  const path = `/rtp/v1/${hotelPath(ctx)}/ratePlans`
  return (await get(ctx, path, { ...asked, fetchInstructions: DETAILS }, answer))?.ratePlans ?? []
}
