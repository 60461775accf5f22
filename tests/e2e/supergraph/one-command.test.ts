import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestClient, JWT_SECRET } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { eventually } from '../../kit/eventually.ts'
import { startProgram } from '../../kit/service.ts'

const QUERY = '{ hotel(id: "demo") { name timeZone bookings { totalCount } } }'

test('one command starts the service, the subgraph that owns hotels and a gateway over both', async () => {
  await using database = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'pms-'))
  const env = { JWT_SECRET, DATABASE_URL: database.url, DATA_DIR: dataDir, HOTELS_PORT: '0', GATEWAY_PORT: '0' }
  await using supergraph = await startProgram(env, ['--import', 'tsx', 'examples/supergraph/main.ts'])
  const [, gateway = ''] = await eventually(
    () => /Supergraph +(http\S+)\/graphql/.exec(supergraph.output()) ?? Promise.reject(new Error(supergraph.output())),
  )
  const client = await createTestClient(gateway)
  await eventually(async () => {
    const bookings = { totalCount: 300 }
    expect(await client.send(QUERY)).toEqual({
      hotel: { name: 'Demo Hotel Lisboa', timeZone: 'Europe/Lisbon', bookings },
    })
  })
  await client.close()
}, 120_000)
