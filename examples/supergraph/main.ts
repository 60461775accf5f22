import { printSubgraph } from '../../src/resolvers/subgraph.ts'
import { serveSchema, startGateway } from './gateway.ts'
import { createHotelsSubgraph, hotelsSdl } from './hotels.ts'

const PMS_URL = process.env.PMS_URL ?? 'http://localhost:4000/graphql'
const hotel = { id: 'demo', slug: 'demo', name: 'Demo Hotel Lisboa', timeZone: 'Europe/Lisbon' }

const hotels = await serveSchema(createHotelsSubgraph([hotel]), 4001)
const gateway = await startGateway(
  [
    { name: 'hotels', url: hotels.url, sdl: hotelsSdl },
    { name: 'pms', url: PMS_URL, sdl: printSubgraph() },
  ],
  4002,
)
process.stdout.write(`Supergraph  ${gateway.url}\n  hotels    ${hotels.url}\n  pms       ${PMS_URL}\n`)
