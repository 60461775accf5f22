import { describe, test } from 'vitest'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import { conformanceCases } from '../../src/providers/testing/conformance.ts'

describe.each(listProviderAdapters().map((adapter) => [adapter.key, adapter] as const))('%s', (_, adapter) => {
  test.each(conformanceCases.map((one) => [one.name, one] as const))('%s', (_, one) => one.run(adapter))
})
