import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { getProviderAdapter } from '../../src/providers/registry.ts'

/** A vendor in a process of its own, so that what it tells takes nobody else's turn. See `vendor.ts`. */
const [provider = '', count = ''] = process.argv.slice(2)
const bookings = Number(count)
const wish = z.object({ id: z.number(), index: z.number(), times: z.number() })

const simulator = await getProviderAdapter(provider).simulate({ bookings, rooms: 50, guests: 50 })
const { credentials, settings, externalHotelId } = simulator
process.on('message', async (message) => {
  const { id, index, times } = wish.parse(message)
  let externalId = ''
  for (let i = 0; i < times; i++) {
    externalId = simulator.data.edit('bookings', (index + i) % bookings)
    // What is told goes out meanwhile.
    if (i % 100 === 99) await turn()
  }
  process.send?.({ id, externalId })
})
process.on('disconnect', () => process.exit())
process.send?.({ credentials, settings, externalHotelId })
