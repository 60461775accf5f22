#!/usr/bin/env node
import 'reflect-metadata'
import { Command } from 'commander'
import { doctorCommand } from './cli/doctor.ts'
import { migrateCommand } from './cli/migrate.ts'
import { removeHotelCommand } from './cli/remove-hotel.ts'
import { serveCommand } from './cli/serve.ts'
import { simulateCommand } from './cli/simulate.ts'
import { syncCommand } from './cli/sync.ts'
import { tokenCommand } from './cli/token.ts'
import { toPmsError } from './errors.ts'
import { loadEnvFile } from './platform/config.ts'

loadEnvFile()
const program = new Command('pms')
  .description('Syncs hotels from their property management systems and serves them as a GraphQL subgraph.')
  .showHelpAfterError('(add --help for what is possible)')
  .addCommand(serveCommand())
  .addCommand(syncCommand())
  .addCommand(tokenCommand())
  .addCommand(migrateCommand())
  .addCommand(simulateCommand())
  .addCommand(doctorCommand())
  .addCommand(removeHotelCommand())

try {
  await program.parseAsync()
} catch (thrown) {
  const error = toPmsError(thrown)
  process.stderr.write(`${error.code}: ${error.message}\n`)
  if (error.code === 'INTERNAL_SERVER_ERROR')
    process.stderr.write(`${String((error.cause as Error)?.stack ?? error.cause)}\n`)
  process.exitCode = 1
}
// Whatever a library left open must not keep a finished command alive.
process.exit()
