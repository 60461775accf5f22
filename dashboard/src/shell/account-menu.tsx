import { Anchor, Button, Popover, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { signOut, useViewer } from '../session/session.ts'
import { ViewerFacts } from './viewer-facts.tsx'

/** The service fills it in where it has a page to try queries on. */
const queryPage = document.querySelector<HTMLMetaElement>('meta[name="query-page"]')?.content

/** Who is signed in, what they may do and see, and the way out. */
export function AccountMenu() {
  const { subject } = useViewer()
  const navigate = useNavigate()
  const leave = async () => {
    await navigate({ to: '/' })
    signOut()
  }
  return (
    <Popover position="bottom-end" width={280} withinPortal={false} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="sm" maw={130} aria-label={`Account of ${subject}`}>
          {subject}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Account">
        <Stack gap="sm" align="stretch">
          <ViewerFacts />
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
