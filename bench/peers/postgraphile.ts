import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { makeJSONPgSmartTagsPlugin } from 'postgraphile/utils'

/** The relations, which these tables have no foreign keys for. */
const relations = makeJSONPgSmartTagsPlugin({
  version: 1,
  config: {
    class: {
      pms_booking: {
        tags: {
          foreignKey: [
            '(hotel_id, provider, guest_external_id) references pms_guest (hotel_id, provider, external_id)|@fieldName guest',
            '(hotel_id, provider, room_external_id) references pms_room (hotel_id, provider, external_id)|@fieldName room',
          ],
        },
      },
    },
  },
})

/**
 * Its plain joins are planned by statistics of `hotel_id`, which this database does without (docs/decisions/0003); they
 * would walk the whole hotel for each booking. So it gets the plan that those statistics would give it.
 */
const PLANNED_WELL = '-c enable_material=off'

/** PostGraphile 5 as it comes: no authentication, policies or limits. */
export async function startPostgraphile({ url }: { url: string }): Promise<string> {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    plugins: [relations],
    // Else only columns that lead an index can be filtered by.
    disablePlugins: ['PgIndexBehaviorsPlugin'],
    pgServices: [
      makePgService({ connectionString: url, schemas: ['public'], poolConfig: { max: 20, options: PLANNED_WELL } }),
    ],
    grafast: { explain: false },
    grafserv: { watch: false },
  })
  const server = createServer()
  await instance.createServ(grafserv).addTo(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}
