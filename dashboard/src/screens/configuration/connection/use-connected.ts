import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import type { ConnectionProps } from './connection.tsx'

/** What follows a new connection, whose first sync was asked for with it: the hotel's page shows how that goes. */
export function useConnected({ hotelId, provider }: Pick<ConnectionProps, 'hotelId' | 'provider'>) {
  const navigate = useNavigate()
  return async () => {
    const [title, message] = [`Connected to ${provider.name}`, 'The first sync starts within seconds.']
    notifications.show({ color: 'teal', title, message })
    await navigate({ to: '/hotels/$hotelId', params: { hotelId }, ignoreBlocker: true })
  }
}
