import { createRoute, redirect } from '@tanstack/react-router'
import { rootRoute } from './root.ts'

/** The first screen that a viewer sees. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/hotels', replace: true })
  },
})
