import type { Sql } from '../platform/database/database.ts'
import { ENTITY_TYPES, type EntityType } from '../records/entity-type.ts'
import { type Bucket, type StatisticsScope, startOfSpan } from './statistics.ts'

export interface FreshnessSeries {
  provider: string
  entityType: EntityType
  points: FreshnessPoint[]
}

export interface FreshnessPoint {
  /** Start of the bucket. */
  at: Date
  maxAgeMs: number
}

/** What a run proved: from `provenAt` on, everything before `trueAsOf` was known to be stored. */
export interface Proof {
  provenAt: Date
  trueAsOf: Date
}

const BUCKET_MS: Readonly<Record<Bucket, number>> = { HOUR: 3_600_000, DAY: 86_400_000 }

/** How old the data of a hotel was over time, by provider and entity type. */
export async function freshnessSeries(
  sql: Sql,
  hotelId: string,
  scope: Omit<StatisticsScope, 'hotelIds'>,
  bucket: Bucket,
): Promise<FreshnessSeries[]> {
  const from = startOfSpan(scope)
  const rows = await sql.query<Proof & Pick<FreshnessSeries, 'provider' | 'entityType'>>(
    `SELECT provider, entity_type AS "entityType", completed_at AS "provenAt", watermark_at AS "trueAsOf"
     FROM pms_sync_log
     WHERE hotel_id = $1 AND ($2::text IS NULL OR provider = $2) AND watermark_at IS NOT NULL
       AND completed_at >= $3::timestamptz AND completed_at <= $4
     UNION ALL
     SELECT c.provider, of.type, before.completed_at, before.watermark_at
     FROM pms_configuration c CROSS JOIN unnest($5::text[]) AS of (type)
     CROSS JOIN LATERAL (
       SELECT completed_at, watermark_at FROM pms_sync_log run
       WHERE run.hotel_id = c.hotel_id AND run.provider = c.provider AND run.entity_type = of.type
         AND watermark_at < $3 AND completed_at < $3 ORDER BY watermark_at DESC LIMIT 1
     ) AS before
     WHERE c.hotel_id = $1 AND ($2::text IS NULL OR c.provider = $2)
     ORDER BY provider, "entityType"`,
    [hotelId, scope.provider ?? null, from, scope.now, ENTITY_TYPES],
  )
  return [...Map.groupBy(rows, ({ provider, entityType }) => `${provider} ${entityType}`).values()].map((proofs) => {
    const { provider, entityType } = proofs[0] as (typeof proofs)[number]
    return { provider, entityType, points: agesOf(proofs, { from, to: scope.now, bucketMs: BUCKET_MS[bucket] }) }
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
      trueAsOf = Math.max(trueAsOf ?? Number.NEGATIVE_INFINITY, proof.trueAsOf.getTime())
    }
    if (trueAsOf !== null) points.push({ at: new Date(at), maxAgeMs: Math.max(...ages, end - trueAsOf) })
  }
  return points
}
