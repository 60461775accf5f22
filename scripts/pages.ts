import { z } from 'zod'
import { calendarRequests, STATED_PLANS, saidOf } from '../src/calendar/requests.ts'
import { ERROR_CODES } from '../src/errors.ts'
import type { PmsProviderAdapter } from '../src/providers/provider.ts'
import { listProviderAdapters } from '../src/providers/registry.ts'
import type { WriteAction } from '../src/providers/write.ts'
import { ACTION_NAMES } from '../src/records/changes/actions.ts'
import { FETCH_KINDS } from '../src/records/entity-type.ts'

/** Pages that are written by the code they describe: path → text. A test holds the files against them. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/errors.md': errorsPage,
  'docs/providers.md': providersPage,
}

const NOTE = '<!-- Written by `npm run docs`; edit the code instead. -->'

function errorsPage(): string {
  const rows = Object.entries(ERROR_CODES).map(
    ([code, { status, meaning }]) => `| \`${code}\` | ${status} | ${meaning} |`,
  )
  return `${NOTE}
# Error codes

The list is closed. Branch on a code, never on a message. GraphQL carries it in \`extensions.code\`, or in \`errors { code }\`
of a mutation's payload when the failure is one to expect; \`field\` names the argument at fault. Every answer with an error
has a \`requestId\` that finds it in the log. GraphQL itself adds \`GRAPHQL_PARSE_FAILED\` and \`GRAPHQL_VALIDATION_FAILED\`.

| code | HTTP status | meaning |
|---|---|---|
${rows.join('\n')}
`
}

function providersPage(): string {
  return `${NOTE}
# Providers

| key | name | syncs | single items | webhooks | allowance | page |
|---|---|---|---|---|---|---|
${listProviderAdapters().map(rowOf).join('\n')}

## What can be changed at each

An action with what may be chosen beside it; [changes.md](changes.md) says what not, and why. A property may allow less.

${changesTable()}

What a PMS does not tell is not in its row, and nothing is guessed in its place:
${listProviderAdapters().map(lacksOf).join('\n')}

## Requests of calendars

Of a hotel of ${STATED_PLANS} rate plans with a schedule, a day. Prices of the next year are read hourly, availability every 15 minutes, the
second year at night. They take what others leave of a half of each window; where changes may be made, walks leave a fifth to these.
The share is of what the vendor allows the credential, which a chain's hotels have together.

| key | prices, next year | prices, second year | availability, next year | availability, second year | together |
|---|---|---|---|---|---|
${listProviderAdapters().flatMap(calendarOf).join('\n')}

What each one needs to connect (credentials are encrypted and never shown again):
${listProviderAdapters().map(needsOf).join('')}`
}

function rowOf({ key, name, fetch, fetchOne, webhook, limits }: PmsProviderAdapter): string {
  const { requests, perMs } = limits.rate
  const cells = [
    `[${key}](../src/providers/${key})`,
    name,
    Object.keys(fetch).join(', '),
    Object.keys(fetchOne ?? {}).join(', ') || '—',
    webhook === undefined ? '—' : webhook.verify === undefined ? 'secret in the URL' : 'signed',
    `${requests} / ${perMs / 1000} s`,
    String(limits.pageSize),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Actions down, providers across. */
function changesTable(): string {
  const adapters = listProviderAdapters().filter(({ write }) => write !== undefined)
  const rows = ACTION_NAMES.map((action) => [action, ...adapters.map(({ write }) => cellOf(write?.[action]))])
  const table = [['action', ...adapters.map(({ key }) => key)], ['---', ...adapters.map(() => '---')], ...rows]
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cellOf(write: WriteAction | undefined): string {
  if (write === undefined) return '—'
  return Object.keys(write.options?.shape ?? {}).join(', ') || 'yes'
}

function lacksOf({ key, fetch }: PmsProviderAdapter): string {
  const lacking = FETCH_KINDS.filter((kind) => fetch[kind] === undefined)
  return `- ${key}: ${lacking.length === 0 ? 'all of it is told' : `no ${lacking.join(', ')}`}${LACKS[key] ?? ''}`
}

const LACKS: Readonly<Record<string, string>> = {
  protel:
    '. Neither its messages nor the connector contract has a list of room types or of rate plans: a room names its type, a ' +
    'price and a reservation both, by code alone, and by these codes calendars are kept',
}

function calendarOf({ key, limits }: PmsProviderAdapter): string[] {
  const asked = calendarRequests(limits)
  if (asked === null) return []
  return [`| ${[key, ...asked.bySlice.map(({ aDay }) => aDay.toLocaleString('en')), saidOf(asked)].join(' | ')} |`]
}

function needsOf({ name, credentials, settings }: PmsProviderAdapter): string {
  const fields = [...fieldsOf('credentials', credentials), ...fieldsOf('settings', settings)]
  return `\n## ${name}\n\n${fields.join('\n')}\n`
}

function fieldsOf(where: string, schema: z.ZodObject): string[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([field, property]) => {
    const { title, description } = property as { title?: string; description?: string }
    const optional = required.includes(field) ? '' : ', optional'
    return `- \`${where}.${field}\`${optional}: ${[title, description].filter(Boolean).join('. ') || 'see its folder'}`
  })
}
