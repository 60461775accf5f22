import { Command } from 'commander'
import { createApp } from '../app.ts'
import { removeHotel } from '../hotels/remove-hotel.ts'
import { loadConfig } from '../platform/config.ts'
import { createLogger } from '../platform/logger.ts'

export function removeHotelCommand(): Command {
  return new Command('remove-hotel')
    .description('remove a hotel with everything that is stored of it, for good')
    .argument('<id>', 'hotel id')
    .requiredOption('--confirm <slug>', 'the hotel’s slug')
    .action(async (hotelId: string, { confirm }: { confirm: string }) => {
      await using app = await createApp(
        loadConfig(),
        createLogger({ level: 'warn', format: 'json' }, process.stderr),
        'none',
      )
      await removeHotel(app.database, { hotelId, confirmation: confirm, removedBy: 'cli' })
      process.stdout.write(`Removed ${hotelId}.\n`)
    })
}
