import { Text } from '@mantine/core'
import type { ChangeSetRowFragment } from '../../gql/graphql.ts'
import { STATE_SIGNS, STATES } from './words.ts'

/** Where a set stands, in a sign and a word. */
export function SetState({ set: { state } }: { set: Pick<ChangeSetRowFragment, 'state'> }) {
  return (
    <Text span size="sm" fw={600} data-set-state={state}>
      <span aria-hidden>{STATE_SIGNS[state]} </span>
      {STATES[state]}
    </Text>
  )
}
