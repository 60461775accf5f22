import { NavLink } from '@mantine/core'
import { Link, useRouter } from '@tanstack/react-router'

const ACTIVE = { 'data-active': true }

/** The screens that ask for a place here, in their order. */
export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const { routesById } = useRouter()
  const entries = Object.values(routesById).flatMap(({ fullPath, options: { staticData } }) =>
    staticData?.nav ? [{ to: fullPath, ...staticData.nav }] : [],
  )
  entries.sort((a, b) => a.order - b.order)
  return entries.map(({ to, label }) => (
    <NavLink
      key={to}
      label={label}
      onClick={onNavigate}
      color="var(--mantine-color-text)"
      renderRoot={(props) => (
        <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} activeProps={ACTIVE} {...props} />
      )}
    />
  ))
}
