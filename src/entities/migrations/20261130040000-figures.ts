import { Migration } from '@mikro-orm/migrations'

const SCOPED_ROLE = 'pms_hotel_scoped'
const IN_SCOPE = `(SELECT current_setting('pms.hotel_ids', true) = '*')
  OR coalesce(array_position(
    (SELECT nullif(nullif(current_setting('pms.hotel_ids', true), ''), '*')::text[]), hotel_id), 0) <> 0`

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

/**
 * What runs add up to, counted as they end, so that nobody adds up millions of them: by hotel, provider and hour or day; how
 * old the data was, by hour; and where each walk stands. Counted by a trigger, so that no way to end a run can forget it, and
 * the version before this one, which may still serve, counts too. It waits for the commit: nobody holds these rows, which the
 * runs of a hotel share, for longer than that, nor in another order than others do.
 */
export class FiguresMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.tables()
    this.counting()
    this.forgetting()
    for (const statement of countEndedRuns) this.addSql(statement)
  }

  private tables(): void {
    // Rows are changed again and again while their hour lasts, and no index has what changes: room on the page is enough.
    this.table(
      'pms_sync_figure',
      `bucket text NOT NULL CHECK (bucket IN ('HOUR', 'DAY')), at timestamptz NOT NULL,
       outcome text NOT NULL, shortest_ms integer, longest_ms integer,
       ${COUNTS.map((count) => `${count} ${count.startsWith('items') ? 'bigint' : 'integer'} NOT NULL`).join(', ')}`,
      'bucket, at, outcome',
    )
    this.addSql(`CREATE INDEX pms_sync_figure_by_time ON pms_sync_figure (bucket, at)`)
    this.table(
      'pms_sync_age',
      `entity_type text NOT NULL, hour timestamptz NOT NULL,
       proven_at timestamptz NOT NULL, true_as_of timestamptz NOT NULL, max_age_ms bigint NOT NULL`,
      'entity_type, hour',
    )
    this.table(
      'pms_sync_walk',
      `entity_type text NOT NULL, true_as_of timestamptz, failed_runs integer NOT NULL DEFAULT 0,
       failing_since timestamptz, last_error_code text, last_error text`,
      'entity_type',
    )
  }

  private table(name: string, columns: string, key: string): void {
    this.addSql(`CREATE TABLE ${name} (hotel_id text NOT NULL, provider text NOT NULL, ${columns},
      PRIMARY KEY (hotel_id, provider, ${key})) WITH (fillfactor = 80)`)
    this.addSql(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`)
    this.addSql(`CREATE POLICY pms_within_scope ON ${name} USING (${IN_SCOPE})`)
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${name} TO ${SCOPED_ROLE}`)
  }

  private counting(): void {
    this.triggerFunction(
      'pms_count_run',
      `${figuresOf('(SELECT (NEW).*) AS ended')}
       IF NEW.watermark_at IS NOT NULL THEN
         INSERT INTO pms_sync_age AS a VALUES (NEW.hotel_id, NEW.provider, NEW.entity_type,
           date_trunc('hour', NEW.completed_at, 'UTC'), NEW.completed_at, NEW.watermark_at, 0)
         ON CONFLICT (hotel_id, provider, entity_type, hour) DO UPDATE SET
           max_age_ms = greatest(a.max_age_ms, ${MS_BETWEEN('excluded.proven_at', 'a.true_as_of')}),
           proven_at = least(a.proven_at, excluded.proven_at),
           true_as_of = greatest(a.true_as_of, excluded.true_as_of);
       END IF;
       IF NEW.status = 'FAILED' THEN
         INSERT INTO pms_sync_walk AS w VALUES (NEW.hotel_id, NEW.provider, NEW.entity_type, NULL, 1, NEW.completed_at,
           NEW.error_code, NEW.error_summary)
         ON CONFLICT (hotel_id, provider, entity_type) DO UPDATE SET failed_runs = w.failed_runs + 1,
           failing_since = coalesce(w.failing_since, excluded.failing_since),
           last_error_code = excluded.last_error_code, last_error = excluded.last_error;
       ELSIF NEW.watermark_at IS NOT NULL THEN
         INSERT INTO pms_sync_walk AS w VALUES (NEW.hotel_id, NEW.provider, NEW.entity_type, NEW.watermark_at)
         ON CONFLICT (hotel_id, provider, entity_type) DO UPDATE SET failed_runs = 0, failing_since = NULL,
           last_error_code = NULL, last_error = NULL, true_as_of = greatest(w.true_as_of, excluded.true_as_of);
       ELSIF NEW.${IS_DONE} THEN
         UPDATE pms_sync_walk SET failed_runs = 0, failing_since = NULL, last_error_code = NULL, last_error = NULL
         WHERE hotel_id = NEW.hotel_id AND provider = NEW.provider AND entity_type = NEW.entity_type AND failed_runs > 0;
       END IF;`,
    )
    const call = 'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN'
    this.addSql(`CREATE CONSTRAINT TRIGGER pms_count_new_run AFTER INSERT ON pms_sync_log
      ${call} (NEW.completed_at IS NOT NULL) EXECUTE FUNCTION pms_count_run()`)
    this.addSql(`CREATE CONSTRAINT TRIGGER pms_count_run AFTER UPDATE ON pms_sync_log
      ${call} (OLD.completed_at IS NULL AND NEW.completed_at IS NOT NULL) EXECUTE FUNCTION pms_count_run()`)
  }

  /** What a run had proven holds no longer, of another account for instance. */
  private forgetting(): void {
    const ofWalk = 'hotel_id = NEW.hotel_id AND provider = NEW.provider AND entity_type = NEW.entity_type'
    this.triggerFunction(
      'pms_forget_proof',
      `UPDATE pms_sync_walk SET true_as_of = NULL WHERE ${ofWalk} AND true_as_of IS NOT NULL;
       DELETE FROM pms_sync_age WHERE ${ofWalk};`,
    )
    this.addSql(`CREATE TRIGGER pms_forget_proof AFTER UPDATE OF watermark_at ON pms_sync_log FOR EACH ROW
      WHEN (OLD.watermark_at IS NOT NULL AND NEW.watermark_at IS NULL) EXECUTE FUNCTION pms_forget_proof()`)
  }

  private triggerFunction(name: string, body: string): void {
    this.addSql(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        ${body}
        RETURN NULL;
      END
    $body$`)
  }
}

/** Counts the runs that ended before, in statements that go over them once each. */
export const countEndedRuns: readonly string[] = [
  figuresOf('pms_sync_log WHERE completed_at IS NOT NULL'),
  `INSERT INTO pms_sync_age
   SELECT hotel_id, provider, entity_type, hour, min(completed_at), max(watermark_at),
     greatest(0, max(${MS_BETWEEN('completed_at', 'known')}))
   FROM (
     SELECT *, max(watermark_at) OVER (PARTITION BY hotel_id, provider, entity_type, hour ORDER BY completed_at
       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS known
     FROM pms_sync_log, date_trunc('hour', completed_at, 'UTC') AS hour
     WHERE completed_at IS NOT NULL AND watermark_at IS NOT NULL
   ) AS proof GROUP BY 1, 2, 3, 4`,
  `INSERT INTO pms_sync_walk
   SELECT hotel_id, provider, entity_type, max(watermark_at), count(*) FILTER (WHERE is_failed),
     min(completed_at) FILTER (WHERE is_failed), (array_agg(error_code ORDER BY id DESC) FILTER (WHERE is_failed))[1],
     (array_agg(error_summary ORDER BY id DESC) FILTER (WHERE is_failed))[1]
   FROM (
     SELECT run.*, status = 'FAILED' AND id > coalesce(went_well, '00000000-0000-0000-0000-000000000000') AS is_failed
     FROM pms_sync_log run LEFT JOIN (
       SELECT DISTINCT ON (hotel_id, provider, entity_type) hotel_id, provider, entity_type, id AS went_well
       FROM pms_sync_log WHERE ${IS_DONE} ORDER BY hotel_id, provider, entity_type, id DESC
     ) AS last USING (hotel_id, provider, entity_type)
     WHERE completed_at IS NOT NULL
   ) AS run GROUP BY 1, 2, 3`,
]
