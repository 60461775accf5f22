import { describe, test } from 'vitest'
import { innkeeper } from '../../examples/new-provider/index.ts'
import { conformanceCases } from '../../src/providers/testing/conformance.ts'

describe('the provider of the walkthrough survives what every provider must survive', () => {
  test.each(conformanceCases.map((one) => [one.name, one] as const))('%s', (_, one) => one.run(innkeeper))
})
