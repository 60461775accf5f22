import { TextLink } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'

export function NotFound() {
  return (
    <Notice title="There is no such page">
      The address may be mistyped. <TextLink to="/">Go to the start</TextLink>
    </Notice>
  )
}
