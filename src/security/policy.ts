import { PmsIntegrationError } from '../errors.ts'
import type { HotelScope } from '../platform/database/hotel-scope.ts'
import type { Permission, Viewer } from './viewer.ts'

/** Whether the viewer has the permission; who may change may also look. */
export function hasPermission(viewer: Viewer, permission: Permission): boolean {
  return viewer.permissions.has(permission) || (permission === 'ADMIN_VIEW' && viewer.permissions.has('ADMIN_EDIT'))
}

/**
 * @returns the viewer, who is now known to be there
 * @throws PmsIntegrationError `UNAUTHENTICATED` without a viewer, `FORBIDDEN` for one without the permission
 */
export function requirePermission(viewer: Viewer | null, permission: Permission): Viewer {
  if (viewer === null) throw new PmsIntegrationError('UNAUTHENTICATED', 'This needs a bearer token.')
  if (!hasPermission(viewer, permission)) {
    throw new PmsIntegrationError('FORBIDDEN', `This needs the permission ${permission}.`)
  }
  return viewer
}

/** Whether the hotel exists for this viewer. */
export function canSeeHotel(viewer: Viewer, hotelId: string): boolean {
  return viewer.hotelIds === '*' || viewer.hotelIds.has(hotelId)
}

/** The hotels that exist for the viewer; for nobody none do. */
export function scopeOf(viewer: Viewer | null): HotelScope {
  if (viewer === null) return []
  return viewer.hotelIds === '*' ? '*' : [...viewer.hotelIds]
}

/**
 * @throws PmsIntegrationError `NOT_FOUND`, in the very words that a hotel which does not exist gets: a foreign hotel must
 * not be told from none
 */
export function requireHotel(viewer: Viewer, hotelId: string): void {
  if (!canSeeHotel(viewer, hotelId)) throw hotelNotFound()
}

export function hotelNotFound(): PmsIntegrationError {
  return new PmsIntegrationError('NOT_FOUND', 'There is no such hotel.', { field: 'hotelId' })
}
