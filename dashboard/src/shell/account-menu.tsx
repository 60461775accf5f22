import { Anchor, Button, Popover, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { Claims } from '../session/claims.ts'
import { signOut, useViewer } from '../session/session.ts'

/** The service fills it in where it has a page to try queries on. */
const queryPage = document.querySelector<HTMLMetaElement>('meta[name="query-page"]')?.content

/** Who is signed in, what they may do and see, and the way out. */
export function AccountMenu() {
  const { subject, hotelIds, may } = useViewer()
  const navigate = useNavigate()
  const leave = async () => {
    await navigate({ to: '/' })
    signOut()
  }
  return (
    <Popover position="bottom-end" width={240} withinPortal={false} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="sm" maw={130} aria-label={`Account of ${subject}`}>
          {subject}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Account">
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{rightsOf(may('ADMIN_VIEW'), may('ADMIN_EDIT'))}</Text>
          <Text size="sm" c="dimmed">
            {describeHotels(hotelIds)}
          </Text>
          {queryPage && (
            <Anchor size="sm" href={queryPage}>
              Try a query
            </Anchor>
          )}
          <Button variant="default" fullWidth onClick={leave}>
            Sign out
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function rightsOf(mayLook: boolean, mayChange: boolean): string {
  if (mayChange) return 'May look and change'
  return mayLook ? 'May look' : 'Has no permission'
}

const describeHotels = (ids: Claims['hotelIds']) =>
  ids.includes('*') ? 'All hotels' : `Hotels: ${ids.join(', ') || 'none'}`
