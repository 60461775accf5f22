import { useApolloClient } from '@apollo/client/react'
import { useLocalStorage } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { runMutation } from '../../api/run-mutation.ts'
import { graphql } from '../../gql/gql.ts'
import { useViewer } from '../../session/session.ts'

const document = graphql(`
  mutation RevealPersonalData($hotelId: ID!) {
    revealPersonalData(hotelId: $hotelId) {
      errors {
        ...ErrorFields
      }
    }
  }
`)

export interface Masking {
  readonly isShown: boolean
  toggle(): void
}

/** Hotels whose audit trail has it already, since the page was loaded. */
const noted = new Set<string>()

/**
 * Whether guests' personal data is shown: to who may edit, as they chose last, in this browser. It is shown once the
 * hotel's audit trail has it.
 */
export function useMasking(hotelId: string): Masking {
  const { subject, may } = useViewer()
  const [isWanted, setWanted] = useLocalStorage({
    key: `personal-data-shown ${subject}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const client = useApolloClient()
  const key = `${subject} ${hotelId}`
  const [notedKey, setNotedKey] = useState(noted.has(key) ? key : null)
  const isRevealing = may('ADMIN_EDIT') && isWanted
  useEffect(() => {
    if (!isRevealing || noted.has(key)) return setNotedKey(noted.has(key) ? key : null)
    let isCurrent = true
    const note = client.mutate({ mutation: document, variables: { hotelId } })
    void runMutation(note, ({ revealPersonalData }) => revealPersonalData.errors).then(({ error }) => {
      if (error === null) noted.add(key)
      if (!isCurrent) return
      if (error === null) setNotedKey(key)
      else notifications.show({ color: 'red', title: 'Personal data stays hidden', message: error.message })
    })
    return () => {
      isCurrent = false
    }
  }, [client, hotelId, isRevealing, key])
  return { isShown: isRevealing && notedKey === key, toggle: () => setWanted(!isWanted) }
}
