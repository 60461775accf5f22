import { ButtonLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'

export function NoEvents({ hotelId, hasFilters }: { hotelId: string; hasFilters: boolean }) {
  if (hasFilters) return <Notice title="No events match">Remove a filter to see more.</Notice>
  return (
    <Notice
      title="No events yet"
      actions={
        <ButtonLink variant="default" to="/connect" search={{ hotel: hotelId }}>
          Open the hotel’s connections
        </ButtonLink>
      }
    >
      Give the PMS the hotel’s webhook URL, and it reports changes as they happen. Until then scheduled syncs find them.
    </Notice>
  )
}
