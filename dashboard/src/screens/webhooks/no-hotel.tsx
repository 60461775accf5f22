import { FailureNotice } from '../../ui/page/failure-notice.tsx'
import { Notice } from '../../ui/page/notice.tsx'

interface NoHotelProps {
  readonly failure: { readonly error: unknown; readonly retry: () => void } | null
}

export function NoHotel({ failure }: NoHotelProps) {
  if (failure !== null) return <FailureNotice error={failure.error} onRetry={failure.retry} />
  return <Notice title="No hotels yet">Connect a hotel’s PMS: its webhook events appear here.</Notice>
}
