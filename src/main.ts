#!/usr/bin/env node
import 'reflect-metadata'
import { Command } from 'commander'
import { toPmsError } from './errors.ts'
import { loadEnvFile } from './platform/config.ts'

/** Each is loaded when it is called: the whole service takes a second, a token needs none of it. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['serve', async () => (await import('./cli/serve.ts')).serveCommand()],
  ['sync', async () => (await import('./cli/sync.ts')).syncCommand()],
  ['token', async () => (await import('./cli/token.ts')).tokenCommand()],
  ['migrate', async () => (await import('./cli/migrate.ts')).migrateCommand()],
  ['simulate', async () => (await import('./cli/simulate.ts')).simulateCommand()],
  ['doctor', async () => (await import('./cli/doctor.ts')).doctorCommand()],
  ['remove-hotel', async () => (await import('./cli/remove-hotel.ts')).removeHotelCommand()],
])

loadEnvFile()
const program = new Command('pms')
  .description('Syncs hotels from their property management systems and serves them as a GraphQL subgraph.')
  .showHelpAfterError('(add --help for what is possible)')

try {
  const called = COMMANDS.get(process.argv[2] ?? '')
  for (const load of called ? [called] : COMMANDS.values()) program.addCommand(await load())
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
