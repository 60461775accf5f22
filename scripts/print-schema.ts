import { writeFile } from 'node:fs/promises'
import { printSubgraph } from '../src/resolvers/subgraph.ts'

/** Writes what gateways compose to `schema.graphql`. */
await writeFile(new URL('../schema.graphql', import.meta.url), printSubgraph())
