import { once } from 'node:events'
import { Command, Option } from 'commander'
import { createApp, ROLES, type Role } from '../app.ts'
import { DEMOS, type Demo, startDemo } from '../demo.ts'
import { type Config, loadConfig } from '../platform/config.ts'
import { createLogger } from '../platform/logger.ts'
import { resolveKeys } from '../security/dev-keys.ts'
import { signToken } from '../security/viewer.ts'
import { keepServing } from './last-resort.ts'
import { warningsOf } from './warnings.ts'
import { welcome } from './welcome.ts'

const TOKEN_SECONDS = 7 * 86_400

export function serveCommand(): Command {
  return new Command('serve')
    .description('answer requests and execute syncs until stopped')
    .addOption(
      new Option('--role <role>', 'what this process does')
        .choices(ROLES.filter((role) => role !== 'none'))
        .default('all'),
    )
    .addOption(new Option('--demo <which>', 'demo hotels on simulators; see also DEMO').choices(DEMOS))
    .action(async ({ role, demo: asked }: { role: Role; demo?: Demo }) => {
      const startedAt = performance.now()
      const config = loadConfig()
      const log = createLogger(config.log)
      for (const warning of warningsOf(config)) log.warn(warning)
      const stop = stopSignal()
      await using app = await createApp(config, log, role)
      keepServing(log)
      const demo = asked ?? (config.demo && role === 'all' ? 'mock' : 'none')
      await using _hotels = await startDemo(app, log, demo)
      log.info({ role, url: app.url, readyMs: Math.round(performance.now() - startedAt) }, 'Ready')
      // Production prints what its log is made of and nothing else.
      const isGreeted = app.url !== null && config.environment !== 'production'
      if (isGreeted) process.stdout.write(await greeting(config, app.url, demo !== 'none'))
      log.info({ signal: await stop }, 'Stopping; running syncs store their page first')
    })
}

/** The first one asks politely. From then on nobody listens, so that a second one ends the process at once. */
async function stopSignal(): Promise<NodeJS.Signals> {
  const listening = new AbortController()
  const asked = (['SIGINT', 'SIGTERM'] as const).map(async (name) => {
    await once(process, name, { signal: listening.signal })
    return name
  })
  const name = await Promise.race(asked)
  for (const other of asked) other.catch(() => {})
  listening.abort()
  return name
}

/** What is printed when the service is up. */
export async function greeting(config: Config, url: string, hasDemo: boolean): Promise<string> {
  const { tokens } = await resolveKeys(config)
  if (tokens.kind !== 'secret') return welcome({ url })
  const token = await signToken(tokens, {
    subject: 'developer',
    hotelIds: ['*'],
    permissions: ['ADMIN_VIEW', 'ADMIN_EDIT'],
    expiresInSeconds: TOKEN_SECONDS,
  })
  return welcome({ url, token, hasDemo })
}
