import { once } from 'node:events'
import { createApp } from '../../src/app.ts'
import { greeting } from '../../src/cli/serve.ts'
import { startDemo } from '../../src/demo.ts'
import { loadConfig, loadEnvFile } from '../../src/platform/config.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { printSubgraph } from '../../src/resolvers/subgraph.ts'
import { serveSchema, startGateway } from './gateway.ts'
import { createHotelsSubgraph, hotelsSdl } from './hotels.ts'

const { HOTELS_PORT = '4001', GATEWAY_PORT = '4002' } = process.env
const hotel = { id: 'demo', slug: 'demo', name: 'Demo Hotel Lisboa', timeZone: 'Europe/Lisbon' }

/** This service with its demo hotel, a subgraph that owns hotels, and a gateway over both; until it is stopped. */
async function main(): Promise<void> {
  loadEnvFile()
  const config = loadConfig()
  const log = createLogger(config.log)
  await using app = await createApp(config, log, 'all')
  await using _demo = await startDemo(app, log, 'mock')
  await using hotels = await serveSchema(createHotelsSubgraph([hotel]), Number(HOTELS_PORT))
  await using gateway = await startGateway(
    [
      { name: 'hotels', url: hotels.url, sdl: hotelsSdl },
      { name: 'pms', url: `${app.url}/graphql`, sdl: printSubgraph() },
    ],
    { port: Number(GATEWAY_PORT) },
  )
  process.stdout.write(await greeting(config, app.url ?? '', true))
  process.stdout.write(
    `  Supergraph  ${gateway.url}\n    hotels    ${hotels.url}\n    pms       ${app.url}/graphql\n\n`,
  )
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}

await main()
process.exit()
