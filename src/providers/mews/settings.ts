import { z } from 'zod'
import type { ProviderContext } from '../provider.ts'

const token = z.string().trim().min(1).max(200)

export const mewsCredentials = z.object({
  clientToken: token.meta({
    title: 'Client token',
    description: 'Names the application that connects; Mews gives one for each environment.',
    secret: true,
  }),
  accessToken: token.meta({
    title: 'Access token',
    description: 'Of the hotel’s connection, from Mews Operations.',
    secret: true,
  }),
})

export const mewsSettings = z.object({
  platformUrl: z
    .url({ protocol: /^https?$/ })
    .default('https://api.mews.com')
    .meta({ title: 'Platform address', description: 'The demo environment is https://api.mews-demo.com.' }),
  stream: z.boolean().default(false).meta({
    title: 'Event stream',
    description: 'Changes come within seconds over a WebSocket. Mews has to enable it for the integration.',
  }),
  historyFrom: z.iso.date().default('2012-01-01').meta({
    title: 'History from',
    description:
      'Bookings and guests that last changed before this day are not read. Moved later, what falls out looks deleted.',
  }),
})

export type MewsContext = ProviderContext<z.output<typeof mewsCredentials>, z.output<typeof mewsSettings>>
