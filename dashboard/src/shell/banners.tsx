import { Stack } from '@mantine/core'
import { ExpiryBanner } from './expiry-banner.tsx'
import { LiveBanner } from './live-banner.tsx'

/** What concerns every screen. Lies over the page, which does not move. */
export function Banners() {
  return (
    <Stack
      gap="xs"
      align="center"
      pos="fixed"
      bottom={12}
      left={12}
      right={12}
      style={{ zIndex: 150, pointerEvents: 'none' }}
    >
      <LiveBanner />
      <ExpiryBanner />
    </Stack>
  )
}
