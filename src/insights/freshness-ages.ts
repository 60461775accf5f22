import type { Sql } from '../platform/database/database.ts'
import type { EntityType } from '../records/entity-type.ts'
import { BUCKET_MS, type Bucket, type StatisticsScope, startOfSpan } from './statistics.ts'

export interface FreshnessSeries {
  provider: string
  entityType: EntityType
  /** Empty where the type is one. */
  slice: string
  points: FreshnessPoint[]
}

export interface FreshnessPoint {
  /** Start of the bucket. */
  at: Date
  maxAgeMs: number
}

/** What runs proved: from `provenAt` on, everything before `trueAsOf` was known to be stored. */
export interface Proof {
  /** End of the run, or of the first of several. */
  provenAt: Date
  trueAsOf: Date
  /** Of several runs: the greatest age between the first and the last of them. */
  maxAgeMs?: number
}

/** How old the data of a hotel was over time, by provider and entity type. */
export async function freshnessSeries(
  sql: Sql,
  hotelId: string,
  scope: Omit<StatisticsScope, 'hotelIds'>,
  bucket: Bucket,
): Promise<FreshnessSeries[]> {
  const from = startOfSpan(scope, bucket)
  const rows = await sql.query<Proof & Pick<FreshnessSeries, 'provider' | 'entityType' | 'slice'>>(
    `SELECT provider, entity_type AS "entityType", slice, proven_at AS "provenAt", true_as_of AS "trueAsOf",
       max_age_ms AS "maxAgeMs"
     FROM pms_sync_age
     WHERE hotel_id = $1 AND ($2::text IS NULL OR provider = $2) AND hour >= $3::timestamptz AND hour <= $4
     UNION ALL
     SELECT walk.provider, walk.entity_type, walk.slice, before.proven_at, before.true_as_of, 0
     FROM pms_sync_walk walk CROSS JOIN LATERAL (
       SELECT proven_at, true_as_of FROM pms_sync_age age
       WHERE age.hotel_id = walk.hotel_id AND age.provider = walk.provider AND age.entity_type = walk.entity_type
         AND age.slice = walk.slice AND hour < $3 ORDER BY hour DESC LIMIT 1
     ) AS before
     WHERE walk.hotel_id = $1 AND ($2::text IS NULL OR walk.provider = $2)
     UNION ALL
     SELECT provider, entity_type, slice, true_as_of, true_as_of, 0 FROM pms_sync_walk
     WHERE hotel_id = $1 AND ($2::text IS NULL OR provider = $2) AND true_as_of < $3
     ORDER BY provider, "entityType", slice`,
    [hotelId, scope.provider ?? null, from, scope.now],
  )
  const bySlice = Map.groupBy(rows, ({ provider, entityType, slice }) => `${provider} ${entityType} ${slice}`)
  return [...bySlice.values()].map((proofs) => {
    const { provider, entityType, slice } = proofs[0] as (typeof proofs)[number]
    return { provider, entityType, slice, points: agesOf(proofs, { from, to: scope.now, bucketMs: BUCKET_MS[bucket] }) }
  })
}

/**
 * The greatest age in each bucket. The age grows by a second a second, and falls to that of the new proof when a run ends;
 * so it is greatest just before a run ends, or at the end of the bucket.
 * @param proofs in any order; one from before `from`, if there is one, tells the age at the start
 */
export function agesOf(
  proofs: readonly Proof[],
  { from, to, bucketMs }: { from: Date; to: Date; bucketMs: number },
): FreshnessPoint[] {
  const inOrder = proofs.toSorted((a, b) => a.provenAt.getTime() - b.provenAt.getTime())
  const points: FreshnessPoint[] = []
  let trueAsOf: number | null = null
  let next = 0
  for (let at = Math.floor(from.getTime() / bucketMs) * bucketMs; at < to.getTime(); at += bucketMs) {
    const end = Math.min(at + bucketMs, to.getTime())
    const ages: number[] = []
    for (; next < inOrder.length; next++) {
      const proof = inOrder[next] as Proof
      const provenAt = proof.provenAt.getTime()
      if (provenAt >= end) break
      if (trueAsOf !== null && provenAt >= at) ages.push(provenAt - trueAsOf)
      if (proof.maxAgeMs !== undefined && provenAt >= at) ages.push(proof.maxAgeMs)
      trueAsOf = Math.max(trueAsOf ?? Number.NEGATIVE_INFINITY, proof.trueAsOf.getTime())
    }
    if (trueAsOf !== null) points.push({ at: new Date(at), maxAgeMs: Math.max(...ages, end - trueAsOf) })
  }
  return points
}
