import { Notice } from '../../ui/page/notice.tsx'

export function NoHotels({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <Notice title="No hotel matches">Remove a filter to see more.</Notice>
  ) : (
    <Notice title="No hotels yet">
      Your account has no hotels. Once one is registered, it appears here and can be connected to its PMS.
    </Notice>
  )
}
