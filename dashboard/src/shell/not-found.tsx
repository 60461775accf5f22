import { TextLink } from '../ui/actions/link.tsx'
import { Notice } from '../ui/page/notice.tsx'

export function NotFound() {
  return (
    <Notice title="Page not found">
      Check the address. <TextLink to="/">Go to the fleet</TextLink>
    </Notice>
  )
}
