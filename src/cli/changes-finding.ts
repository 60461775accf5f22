import { actionsOf, allowedActions } from '../configurations/actions.ts'
import type { Configuration } from '../entities/configuration.ts'
import type { Database } from '../platform/database/database.ts'
import { getProviderAdapter, listProviderAdapters } from '../providers/registry.ts'
import type { Finding } from './doctor.ts'

type Written = Pick<Configuration, 'hotelId' | 'provider' | 'writeEnabled' | 'actions' | 'offeredActions'>

/** Where people may change things at a PMS, and what of it needs somebody. */
export async function changesFinding(database: Database): Promise<Finding> {
  const subject = 'changes'
  if ((await database.pendingMigrations()).length > 0) return { ok: true, subject, detail: 'none yet' }
  const everywhere = database.within('*')
  const on = await everywhere.query<Written>(
    `SELECT hotel_id AS "hotelId", provider, write_enabled AS "writeEnabled", actions, offered_actions AS "offeredActions"
     FROM pms_configuration WHERE write_enabled ORDER BY hotel_id, provider`,
  )
  const [waiting] = await everywhere.query<{ forPerson: number; conflicts: number }>(
    `SELECT count(*) FILTER (WHERE waiting_for = 'PERSON')::integer AS "forPerson",
       count(*) FILTER (WHERE state = 'CONFLICT')::integer AS conflicts
     FROM pms_change WHERE state IN ('UNKNOWN', 'CONFLICT')`,
  )
  const { forPerson = 0, conflicts = 0 } = waiting ?? {}
  const [{ repeated } = { repeated: 0 }] = await everywhere.query<{ repeated: number }>(
    `SELECT count(*)::integer AS repeated FROM pms_change WHERE repeated_at > now() - interval '7 days'`,
  )
  const where = on.length === 0 ? 'writing is off for every hotel' : `writing is on: ${named(on)}`
  const open = [
    forPerson > 0 && `${forPerson} wait for a person’s word`,
    conflicts > 0 && `${conflicts} in conflict`,
    repeated > 0 && `${repeated} seem to have been done twice in the last 7 days: look at the PMS`,
  ].filter(Boolean)
  return { ok: open.length === 0 ? true : 'warn', subject, detail: [where, ...open].join('; ') }
}

const SHOWN = 5

function named(on: readonly Written[]): string {
  const shown = on.slice(0, SHOWN).map((each) => `${each.hotelId}/${each.provider} (${actionsIn(each)})`)
  return [...shown, ...(on.length > SHOWN ? [`${on.length - SHOWN} more`] : [])].join(', ')
}

function actionsIn(configuration: Written): string {
  const known = listProviderAdapters().some(({ key }) => key === configuration.provider)
  if (!known) return 'unknown provider'
  const adapter = getProviderAdapter(configuration.provider)
  const allowed = allowedActions(adapter, configuration)
  return allowed.length === actionsOf(adapter).length ? 'all actions' : allowed.join(' ') || 'no action'
}
