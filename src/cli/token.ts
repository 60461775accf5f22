import { Command, InvalidArgumentError } from 'commander'
import { loadConfig } from '../platform/config.ts'
import { resolveKeys } from '../security/dev-keys.ts'
import { PERMISSIONS, type Permission, signToken } from '../security/viewer.ts'
import { parseDuration } from './duration.ts'

const listOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

function parsePermissions(text: string): Permission[] {
  return listOf(text).map((name) => {
    const known = PERMISSIONS.find((permission) => permission === name)
    if (known === undefined) throw new InvalidArgumentError(`Known permissions: ${PERMISSIONS.join(', ')}.`)
    return known
  })
}

function parseHotels(text: string): string[] {
  const hotels = listOf(text)
  if (hotels.length === 0) throw new InvalidArgumentError('Name at least one hotel id, or * for all.')
  return hotels
}

export function tokenCommand(): Command {
  return new Command('token')
    .description('print a bearer token, alone on stdout')
    .requiredOption('--hotels <ids>', 'hotel ids, separated by commas, or * for all', parseHotels)
    .option('--permissions <list>', PERMISSIONS.join(', '), parsePermissions, [...PERMISSIONS])
    .option('--expires <duration>', '90s, 15m, 1h, 7d', parseDuration, 3_600)
    .option('--subject <name>', 'who it is for; shows up as triggeredBy', 'cli')
    .action(async ({ hotels, permissions, expires, subject }) => {
      const { tokens } = await resolveKeys(loadConfig())
      const token = await signToken(tokens, { subject, permissions, hotelIds: hotels, expiresInSeconds: expires })
      process.stdout.write(`${token}\n`)
    })
}
