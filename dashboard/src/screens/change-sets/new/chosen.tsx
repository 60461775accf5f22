import { List, Text } from '@mantine/core'
import { entities, slugOf } from '../../../entities/registry.ts'
import type { PmsEntityType } from '../../../gql/graphql.ts'
import { TextLink } from '../../../ui/actions/link.tsx'
import { formatCount } from '../../../ui/values/format.ts'
import { describeFilter } from './describe-filter.ts'
import type { NewSetSearch } from './search.ts'

/** So many go into one set. */
export const MOST = 10_000

interface ChosenProps {
  readonly hotelId: string
  readonly type: PmsEntityType
  readonly search: NewSetSearch
  readonly count: number
}

/** What goes into the set, as it was chosen in its list. */
export function Chosen({ hotelId, type, search: { filter, ids }, count }: ChosenProps) {
  const { singular, plural } = entities[type]
  const words = describeFilter(filter ?? {})
  return (
    <>
      <Text fw={600} role="status">
        {formatCount(count, singular, plural)}
        {ids ? ', selected one by one' : words.length > 0 ? ' with' : ': all there are'}
      </Text>
      {!ids && (
        <List size="sm">
          {words.map((word) => (
            <List.Item key={word}>{word}</List.Item>
          ))}
        </List>
      )}
      {count > MOST && (
        <Text size="sm" fw={600}>
          A set has at most {formatCount(MOST, 'item')}: narrow the list by a filter.
        </Text>
      )}
      <Text size="sm" mt="xs">
        <TextLink
          to="/hotels/$hotelId/$entities"
          params={{ hotelId, entities: slugOf(type) }}
          search={{}}
          underline="always"
        >
          Choose others
        </TextLink>
      </Text>
    </>
  )
}
