import { describe, test } from 'vitest'
import { conformanceCases } from '../../src/providers/conformance.ts'
import { listProviderAdapters } from '../../src/providers/registry.ts'

describe.each(listProviderAdapters().map((adapter) => [adapter.key, adapter] as const))('%s', (_, adapter) => {
  test.each(conformanceCases.map((one) => [one.name, one] as const))('%s', (_, one) => one.run(adapter))
})
