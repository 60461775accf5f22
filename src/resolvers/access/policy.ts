import type { GraphQLFieldConfig } from 'graphql'
import { Extensions } from 'type-graphql'
import { canSeeHotel, requireHotel, requirePermission } from '../../security/policy.ts'
import type { Permission, Viewer } from '../../security/viewer.ts'
import type { ApiContext } from './context.ts'

/** Who may use a root field, resolve a reference or see a part of a row. */
export interface AccessPolicy<Args = never> {
  readonly permission: Permission
  /**
   * Which hotel it is about: read from the arguments; VIEWER when it finds only what lies within the viewer's hotels; NONE
   * when it is about no hotel.
   */
  readonly hotel: ((args: Args) => string | null | undefined) | 'VIEWER' | 'NONE'
}

/**
 * Declares the policy of a field, where the field is. The schema does not build with a root field that has none; below,
 * it makes a field null for viewers without the permission.
 */
export const Policy = <Args>(policy: AccessPolicy<Args>) => Extensions({ policy })

/** Parts that hold what a PMS sent, and so guests' personal data. */
export const ForEditors = Policy({ permission: 'ADMIN_EDIT', hotel: 'VIEWER' })

/** @returns what `Policy` left at a field */
export function policyOf(field: Pick<GraphQLFieldConfig<unknown, unknown>, 'extensions'>): AccessPolicy | undefined {
  return field.extensions?.policy as AccessPolicy | undefined
}

/** @throws PmsIntegrationError UNAUTHENTICATED, FORBIDDEN */
export function checkPermission(policy: AccessPolicy, { viewer }: ApiContext): Viewer {
  return requirePermission(viewer, policy.permission)
}

/** @throws PmsIntegrationError NOT_FOUND for a hotel that is not the viewer's */
export function checkHotel(policy: AccessPolicy, viewer: Viewer, args: unknown): void {
  if (typeof policy.hotel !== 'function') return
  const hotelId = policy.hotel(args as never)
  if (hotelId !== null && hotelId !== undefined) requireHotel(viewer, hotelId)
}

/** A second look at what a field is about to hand out: a row of a foreign hotel becomes null. */
export function withinHotels(viewer: Viewer, result: unknown): unknown {
  const { hotelId } = (result ?? {}) as { hotelId?: unknown }
  return typeof hotelId === 'string' && !canSeeHotel(viewer, hotelId) ? null : result
}

/** Ids of the hotels that exist for the viewer; null: all. */
export function hotelIdsOf(viewer: Viewer | null): string[] | null {
  return viewer?.hotelIds === '*' ? null : [...(viewer?.hotelIds ?? [])]
}
