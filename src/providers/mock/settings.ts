import { z } from 'zod'
import type { ProviderContext } from '../provider.ts'
import { limits } from './limits.ts'

export const mockCredentials = z.object({
  apiKey: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ title: 'API key', description: 'The simulator prints it when it starts.', secret: true }),
})

export const mockSettings = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }).meta({ title: 'Base URL', description: 'Where the mock PMS listens.' }),
  pageSize: z
    .int()
    .min(1)
    .max(limits.pageSize)
    .default(limits.pageSize)
    .meta({ title: 'Page size', description: 'Smaller pages show more progress.' }),
})

export type MockContext = ProviderContext<z.output<typeof mockCredentials>, z.output<typeof mockSettings>>
