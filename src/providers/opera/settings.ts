import { z } from 'zod'
import type { ProviderContext } from '../provider.ts'

const line = z.string().trim().min(1).max(200)

export const operaCredentials = z.object({
  clientId: line.meta({ title: 'Client id', description: 'Of the integration user, from the OHIP developer portal.' }),
  clientSecret: line.meta({ title: 'Client secret', description: 'Goes with the client id.', secret: true }),
  appKey: line.meta({ title: 'Application key', description: 'Of the application, a UUID.', secret: true }),
  enterpriseId: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{1,8}$/, 'must be up to eight capital letters and digits')
    .meta({
      title: 'Enterprise id',
      description: 'Up to eight capital letters and digits, beside the environment in the developer portal.',
    }),
})

export const operaSettings = z.object({
  gatewayUrl: z
    .url({ protocol: /^https?$/ })
    .meta({ title: 'Gateway URL', description: 'Of the hotel’s environment, from the developer portal.' }),
  externalSystem: z.string().trim().max(40).default('').meta({
    title: 'External system code',
    description:
      'Lets syncs ask for changed bookings only, and keeps the event stream from telling us of our own changes. Without it syncs compare the stays around today.',
  }),
  bookingsFrom: z.iso
    .date()
    .default('2000-01-01')
    .meta({ title: 'Bookings from', description: 'Bookings that arrived before this day are not read.' }),
  ratesIncludeTax: z.boolean().default(true).meta({
    title: 'Rates include tax',
    description: 'Turn off where tax comes on top: lists tell totals without it, so those bookings have none.',
  }),
  chainCode: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9 _%#$&-]{0,20}$/, 'must be up to 20 letters, digits and marks')
    .default('')
    .meta({
      title: 'Chain code for events',
      description:
        'Switches the event stream on: changes come within seconds. The stream has to be ordered from Oracle.',
    }),
  databaseTimeZone: z
    .string()
    .trim()
    .refine((zone) => zone === '' || isTimeZone(zone), 'must be a time zone such as America/New_York')
    .default('')
    .meta({
      title: 'Time zone of the database',
      description: 'Of OPERA’s server: maintenance requests tell their times in it. Without it they have none.',
    }),
  cancelReasonCode: z.string().trim().max(20).default('').meta({
    title: 'Reason code of cancellations',
    description: 'From the hotel’s own list. Without it bookings cannot be cancelled from here.',
  }),
  cashierId: z.int().min(1).optional().meta({
    title: 'Cashier id',
    description: 'Of the integration user. Without it guests cannot be checked out from here.',
  }),
  scope: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .default('urn:opc:hgbu:ws:__myscopes__')
    .meta({ title: 'OAuth scope', description: 'As the developer portal shows it.' }),
})

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export type OperaContext = ProviderContext<z.output<typeof operaCredentials>, z.output<typeof operaSettings>>
