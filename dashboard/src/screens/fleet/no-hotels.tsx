import { Notice } from '../../ui/notice.tsx'

export function NoHotels({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <Notice title="No hotel matches">Choose “All”, or another part of a name, to see more hotels.</Notice>
  ) : (
    <Notice title="No hotels yet">
      Your account has no hotel here. Once the platform registers one for it, it appears here and can be connected to
      its system.
    </Notice>
  )
}
