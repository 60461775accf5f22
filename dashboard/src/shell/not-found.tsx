import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Notice } from '../ui/notice.tsx'

export function NotFound() {
  return (
    <Notice title="There is no such page">
      The address may be mistyped. <Anchor renderRoot={(props) => <Link to="/" {...props} />}>Go to the start</Anchor>
    </Notice>
  )
}
