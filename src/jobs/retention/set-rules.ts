import { deleteFrom, type Rule } from './rule.ts'

/** A set that nobody has run is forgotten after that. */
const UNRUN_SET_DAYS = 7

/** Sets with everything of them, the changes first: what is left of one goes with the next batch. */
export function setRules(): Rule[] {
  const rulesOf = (which: string, days: Rule['days'], isOld: string): Rule[] => {
    const ofOld = `(hotel_id, set_id) IN (SELECT hotel_id, id FROM pms_change_set WHERE ${isOld})`
    const isEmpty = ['pms_change', 'pms_change_set_item'].map(
      (table) => `NOT EXISTS (SELECT FROM ${table} i WHERE i.hotel_id = s.hotel_id AND i.set_id = s.id)`,
    )
    return [
      { name: `pms_change of sets ${which}`, days, statement: deleteFrom('pms_change', ofOld) },
      { name: `pms_change_set_item ${which}`, days, statement: deleteFrom('pms_change_set_item', ofOld) },
      {
        name: `pms_change_set ${which}`,
        days,
        statement: deleteFrom('pms_change_set s', `${isOld} AND ${isEmpty.join(' AND ')}`),
      },
    ]
  }
  return [
    {
      name: 'what lines of pms_change_set_item named',
      days: ({ payloadDays }) => payloadDays,
      statement: `WITH cleared AS (
         UPDATE pms_change_set_item SET given = NULL WHERE ctid = ANY (ARRAY(
           SELECT i.ctid FROM pms_change_set_item i JOIN pms_change_set s ON s.id = i.set_id
           WHERE i.given IS NOT NULL AND s.ended_at < $1::timestamptz LIMIT $2 FOR UPDATE OF i SKIP LOCKED)) RETURNING 1
       ) SELECT count(*) FROM cleared`,
    },
    ...rulesOf(
      'that were not run',
      () => UNRUN_SET_DAYS,
      `ended_at IS NULL AND started_at IS NULL AND created_at < $1::timestamptz`,
    ),
    ...rulesOf('that have ended', ({ auditDays }) => auditDays, 'ended_at < $1::timestamptz'),
  ]
}
