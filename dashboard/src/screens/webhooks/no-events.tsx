import { ButtonLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'

export function NoEvents({ hotelId, isNarrowed }: { hotelId: string; isNarrowed: boolean }) {
  if (isNarrowed) return <Notice title="No message matches">Choose “All” or a longer time to see more.</Notice>
  return (
    <Notice
      title="No message yet"
      actions={
        <ButtonLink variant="default" to="/connect" search={{ hotel: hotelId }}>
          See the hotel’s systems
        </ButtonLink>
      }
    >
      Give a system the hotel’s webhook address and it tells of changes as they happen. Until then the schedule finds
      them.
    </Notice>
  )
}
