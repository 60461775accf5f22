import { z } from 'zod'
import type { ProviderContext } from '../../src/providers/provider.ts'

export const innkeeperCredentials = z.object({
  key: z
    .string()
    .trim()
    .min(1)
    .meta({ title: 'Access key', description: 'From Innkeeper, Settings, API.', secret: true }),
})
export const innkeeperSettings = z.object({
  baseUrl: z.url().default('https://api.innkeeper.example').meta({ title: 'Base URL', description: 'Leave as it is.' }),
})

export type InnkeeperContext = ProviderContext<
  z.output<typeof innkeeperCredentials>,
  z.output<typeof innkeeperSettings>
>
