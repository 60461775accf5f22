import { Ctx, Query, Resolver } from 'type-graphql'
import { PmsViewer } from '../schema/viewer.ts'
import { hasPermission } from '../security/policy.ts'
import { PERMISSIONS, type Viewer } from '../security/viewer.ts'
import type { ApiContext } from './access/context.ts'
import { hotelIdsOf, Policy } from './access/policy.ts'

@Resolver()
export class ViewerResolver {
  @Policy({ permission: 'ADMIN_VIEW', hotel: 'NONE' })
  @Query(() => PmsViewer, { description: 'The holder of the token that the request was sent with.' })
  viewer(@Ctx() context: ApiContext): PmsViewer {
    const viewer = context.viewer as Viewer // the policy has seen it
    return {
      subject: viewer.subject,
      permissions: PERMISSIONS.filter((permission) => hasPermission(viewer, permission)),
      hotelIds: hotelIdsOf(viewer),
      expiresAt: viewer.expiresAt,
    }
  }
}
