import { composeServices as composeWithApollo } from '@apollo/composition'
import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { compose } from '../../examples/supergraph/gateway.ts'
import { hotelsSdl } from '../../examples/supergraph/hotels.ts'
import { printSubgraph } from '../../src/resolvers/subgraph.ts'

const subgraphs = [
  { name: 'hotels', url: 'http://hotels/graphql', sdl: hotelsSdl },
  { name: 'pms', url: 'http://pms/graphql', sdl: printSubgraph() },
]

describe('composes with the subgraph that owns hotels', () => {
  test('under Apollo’s composition, without a hint of ours', () => {
    const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }))
    const { errors, supergraphSdl } = composeWithApollo(services)
    expect(errors).toBeUndefined()
    expect(supergraphSdl).toContain('syncProgress')
  })

  test('under Hive’s', () => {
    expect(compose(subgraphs)).toContain('syncProgress')
  })
})
