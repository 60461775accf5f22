import { useApolloClient } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { startSyncs } from '../../../api/start-syncs.ts'
import type { ConnectionProps } from './connection.tsx'

/** What follows a new connection: everything is synced once, and the hotel's page shows how that goes. */
export function useFirstSync({ hotelId, provider }: Pick<ConnectionProps, 'hotelId' | 'provider'>) {
  const client = useApolloClient()
  const navigate = useNavigate()
  return async () => {
    const errors = await startSyncs(client, {
      ...{ hotelId, provider: provider.key },
      types: provider.capabilities,
      full: true,
    })
    const [error] = errors
    notifications.show(
      error === undefined
        ? { color: 'teal', title: `Connected to ${provider.name}`, message: 'The first sync has started.' }
        : { color: 'orange', title: `Connected to ${provider.name}`, message: error.message },
    )
    await navigate({ to: '/hotels/$hotelId', params: { hotelId }, ignoreBlocker: true })
  }
}
