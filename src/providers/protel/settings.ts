import { z } from 'zod'
import type { ProviderContext } from '../provider.ts'

export const protelCredentials = z.object({
  accessToken: z
    .string()
    .trim()
    .min(1)
    .max(4_000)
    .meta({ title: 'Access token', description: 'Of the connector gateway, for this hotel.', secret: true }),
})

export const protelSettings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ title: 'Connector URL', description: 'The GraphQL address of the protel connector gateway.' }),
  tentativeStatusCodes: z
    .string()
    .max(200)
    .default('')
    .meta({ title: 'Tentative status codes', description: 'Hotel’s own codes for options, such as “O, T”.' }),
  ioUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      title: 'protel I/O URL',
      description: 'Where answers to SOAP messages go, if protel I/O sends them here.',
    }),
})

export type ProtelContext = ProviderContext<z.output<typeof protelCredentials>, z.output<typeof protelSettings>>
