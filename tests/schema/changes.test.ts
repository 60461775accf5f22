import { readFile } from 'node:fs/promises'
import { buildSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createSubgraph, printSubgraph } from '../../src/resolvers/subgraph.ts'
import { breakingChanges, recordedChanges, undatedDeprecations } from '../kit/schema-rules.ts'

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')
const typesOf = (sdl: string) => Object.values(buildSchema(sdl).getTypeMap())

test('what breaks clients of the released schema is recorded in docs/schema-changes.md, and nothing else is', async () => {
  const breaking = breakingChanges(await read('schema.released.graphql'), printSubgraph())
  expect(recordedChanges(await read('docs/schema-changes.md')).toSorted()).toEqual(breaking.toSorted())
})

test('every deprecation says what to use instead, since when and until when', () => {
  expect(undatedDeprecations(Object.values(createSubgraph().getTypeMap()).filter(isOurs))).toEqual([])
})

/** GraphQL and federation bring types of their own. */
const isOurs = ({ name }: { name: string }) => !/^_|^(federation|link)__/.test(name)

describe('a breaking change is', () => {
  const released = 'extend schema @link(url: "x") type Query { room(id: ID): String @shareable } enum E { A B }'
  test.each([
    ['a field that is gone', released.replace('room(id: ID)', 'house(id: ID)'), 'Query.room was removed.'],
    ['an argument that became required', released.replace('id: ID', 'id: ID!'), 'Query.room arg id has changed'],
    ['an enum value that is gone', released.replace('A B', 'A'), 'B was removed from enum type E.'],
    ['another type of a field', released.replace('String', 'Int'), 'Query.room changed type from String to Int.'],
  ])('%s', (_, current, description) => {
    expect(breakingChanges(released, current)).toEqual([expect.stringContaining(description)])
  })

  test('not a field more', () => {
    expect(breakingChanges(released, released.replace('room(', 'guest: Int room('))).toEqual([])
  })
})

test('only entries under "Unreleased" that give a reason record a change', () => {
  const page = '## Unreleased\n\n- `A was removed.`: nobody used it.\n- `B was removed.`\n\n## 1.0.0\n\n- `C.`: old.\n'
  expect(recordedChanges(page)).toEqual(['A was removed.'])
})

test('a deprecation without dates is found wherever it is', () => {
  const dated = 'Use `b`. Deprecated on 2026-11-24, to be removed on 2027-05-24.'
  const sdl = (reason: string) => `
    type Query { a(x: Int @deprecated(reason: "${reason}")): Int @deprecated(reason: "${reason}") }
    enum E { V @deprecated(reason: "${reason}") }
    input I { f: Int @deprecated(reason: "${reason}") }`
  expect(undatedDeprecations(typesOf(sdl(dated)))).toEqual([])
  expect(undatedDeprecations(typesOf(sdl('Use `b`.')))).toEqual(['Query.a', 'Query.a(x)', 'E.V', 'I.f'])
})
