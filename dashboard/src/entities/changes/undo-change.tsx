import { useApolloClient } from '@apollo/client/react'
import { List, Text } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import type { ChangeRowFragment } from '../../gql/graphql.ts'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { notifyGuest, PRICINGS, pricing } from './entry-field.ts'
import { hasNames, namesIn, useKnown } from './value-names.ts'
import { ACTIONS, fieldChanges } from './words.ts'

const document = graphql(`
  mutation UndoChange($input: PmsUndoChangeInput!) {
    result: undoChange(input: $input) {
      ...ChangeAnswer
    }
  }
`)

interface UndoChangeProps {
  readonly change: ChangeRowFragment
  readonly onDone: () => void
}

/** Takes back what was done, by a new change, as long as the PMS still shows it. */
export function UndoChange({ change, onDone }: UndoChangeProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <PermissionButton variant="default" size="xs" onClick={() => setAsking(true)}>
        Undo …
      </PermissionButton>
      {isAsking && <UndoDialog change={change} onClose={() => setAsking(false)} onSent={onDone} />}
    </>
  )
}

interface UndoDialogProps {
  readonly change: ChangeRowFragment
  readonly onClose: () => void
  readonly onSent: () => void
}

function UndoDialog({ change, onClose, onSent }: UndoDialogProps) {
  const { id: changeId, hotelId, provider, action, groups, entityType, base, wanted } = change
  const client = useApolloClient()
  const known = useKnown({ hotelId, provider }, hasNames(groups))
  const isPriced = groups.includes('STAY') || groups.includes('TYPE')
  return (
    <AskDialog
      title={`Undo: ${ACTIONS[action]}`}
      provider={provider}
      known={known}
      fields={() => [
        ...(isPriced ? [{ ...pricing, choices: PRICINGS }] : []),
        ...(entityType === 'BOOKING' ? [notifyGuest] : []),
      ]}
      first={{}}
      ask={({ pricing, notifyGuest }, { dryRun }) =>
        client.mutate({
          mutation: document,
          variables: {
            input: {
              ...{ hotelId, changeId, dryRun },
              ...(pricing && { pricing: pricing as 'KEEP' | 'REPRICE' }),
              ...(notifyGuest === 'yes' && { notifyGuest: true }),
            },
          },
        })
      }
      onClose={onClose}
      onSent={onSent}
    >
      <Text size="sm">What was there before is asked for again, by a new change:</Text>
      <List size="sm">
        {fieldChanges(wanted, base, namesIn(known))
          .filter(({ before }) => before !== '–')
          .map(({ name, before, after }) => (
            <List.Item key={name}>
              {name}: {before} → {after}
            </List.Item>
          ))}
      </List>
      <Text size="sm">
        Mails that the PMS wrote, fees that it charged and fiscal documents that it made are not taken back.
      </Text>
    </AskDialog>
  )
}
