import { Migration } from '@mikro-orm/migrations'

/** From 10 ms on, each half as long again as the one before; a duration lies below the first, between two, or beyond. */
const LIMITS_MS = Array.from({ length: 31 }, (_, n) => Math.round(10 * 1.5 ** n))
const SLOTS = Array.from({ length: LIMITS_MS.length + 1 }, (_, n) => `d${n}`)

const COUNTS = ['runs', 'items_processed', 'items_created', 'items_updated', 'items_deleted', ...SLOTS]
const IS_DONE = `status IN ('COMPLETED', 'PARTIAL')`

/** What these runs add up to, by hour and by day. */
const figuresOf = (runs: string) => `
  INSERT INTO pms_sync_figure AS f (hotel_id, provider, bucket, at, outcome, shortest_ms, longest_ms, ${COUNTS.join(', ')})
  SELECT hotel_id, provider, bucket, date_trunc(bucket, completed_at, 'UTC'),
    CASE WHEN ${IS_DONE} THEN 'COMPLETED' WHEN status = 'FAILED' THEN coalesce(error_code, status) ELSE status END,
    min(duration) FILTER (WHERE ${IS_DONE}), max(duration) FILTER (WHERE ${IS_DONE}), count(*),
    sum(items_processed), sum(items_created), sum(items_updated), sum(items_deleted),
    ${SLOTS.map((_, n) => `count(*) FILTER (WHERE ${IS_DONE} AND slot = ${n})`).join(', ')}
  FROM (SELECT *, width_bucket(duration, '{${LIMITS_MS}}'::integer[]) AS slot FROM ${runs}) AS run,
    unnest('{HOUR,DAY}'::text[]) AS bucket
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (hotel_id, provider, bucket, at, outcome) DO UPDATE SET
    shortest_ms = least(f.shortest_ms, excluded.shortest_ms), longest_ms = greatest(f.longest_ms, excluded.longest_ms),
    ${COUNTS.map((count) => `${count} = f.${count} + excluded.${count}`).join(', ')};`

const MS_BETWEEN = (later: string, earlier: string) => `(extract(epoch FROM ${later} - ${earlier}) * 1000)::bigint`

/** Figures of what runs have proven are kept by slice: the keys, and what the triggers count by. */
export class FiguresOfSlicesMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    for (const table of ['pms_sync_walk', 'pms_sync_age']) {
      this.addSql(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_pkey,
        ADD CONSTRAINT ${table}_pkey PRIMARY KEY USING INDEX ${table}_key`)
    }
    this.triggerFunction('pms_count_run', COUNT_RUN)
    this.triggerFunction('pms_forget_proof', FORGET_PROOF)
  }

  private triggerFunction(name: string, body: string): void {
    this.addSql(`CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        ${body}
        RETURN NULL;
      END
    $body$`)
  }
}

const OF_SLICE = `hotel_id = NEW.hotel_id AND provider = NEW.provider AND entity_type = NEW.entity_type
  AND slice = NEW.slice`

const COUNT_RUN = `
  ${figuresOf('(SELECT (NEW).*) AS ended')}
  IF NEW.watermark_at IS NOT NULL THEN
    INSERT INTO pms_sync_age AS a (hotel_id, provider, entity_type, slice, hour, proven_at, true_as_of, max_age_ms)
    VALUES (NEW.hotel_id, NEW.provider, NEW.entity_type, NEW.slice,
      date_trunc('hour', NEW.completed_at, 'UTC'), NEW.completed_at, NEW.watermark_at, 0)
    ON CONFLICT (hotel_id, provider, entity_type, slice, hour) DO UPDATE SET
      max_age_ms = greatest(a.max_age_ms, ${MS_BETWEEN('excluded.proven_at', 'a.true_as_of')}),
      proven_at = least(a.proven_at, excluded.proven_at),
      true_as_of = greatest(a.true_as_of, excluded.true_as_of);
  END IF;
  IF NEW.status = 'FAILED' THEN
    INSERT INTO pms_sync_walk AS w
      (hotel_id, provider, entity_type, slice, failed_runs, failing_since, last_error_code, last_error)
    VALUES (NEW.hotel_id, NEW.provider, NEW.entity_type, NEW.slice, 1, NEW.completed_at, NEW.error_code, NEW.error_summary)
    ON CONFLICT (hotel_id, provider, entity_type, slice) DO UPDATE SET failed_runs = w.failed_runs + 1,
      failing_since = coalesce(w.failing_since, excluded.failing_since),
      last_error_code = excluded.last_error_code, last_error = excluded.last_error;
  ELSIF NEW.watermark_at IS NOT NULL THEN
    INSERT INTO pms_sync_walk AS w (hotel_id, provider, entity_type, slice, true_as_of)
    VALUES (NEW.hotel_id, NEW.provider, NEW.entity_type, NEW.slice, NEW.watermark_at)
    ON CONFLICT (hotel_id, provider, entity_type, slice) DO UPDATE SET failed_runs = 0, failing_since = NULL,
      last_error_code = NULL, last_error = NULL, true_as_of = greatest(w.true_as_of, excluded.true_as_of);
  ELSIF NEW.${IS_DONE} THEN
    UPDATE pms_sync_walk SET failed_runs = 0, failing_since = NULL, last_error_code = NULL, last_error = NULL
    WHERE ${OF_SLICE} AND failed_runs > 0;
  END IF;`

/** What a run had proven holds no longer, of another account for instance. */
const FORGET_PROOF = `
  UPDATE pms_sync_walk SET true_as_of = NULL WHERE ${OF_SLICE} AND true_as_of IS NOT NULL;
  DELETE FROM pms_sync_age WHERE ${OF_SLICE};`
