/** ADMIN_VIEW reads. ADMIN_EDIT also changes. */
export type Permission = 'ADMIN_VIEW' | 'ADMIN_EDIT'

/** What a token says about who holds it. For display alone: the service decides what is allowed. */
export interface Claims {
  readonly subject: string
  readonly permissions: readonly string[]
  /** `['*']`: all. */
  readonly hotelIds: readonly string[]
  readonly expiresAt: Date
}

/** @returns null for a text that is no token of the service */
export function readClaims(token: string): Claims | null {
  try {
    const payload: unknown = JSON.parse(decodeBase64Url(token.split('.')[1] ?? ''))
    if (typeof payload !== 'object' || payload === null) return null
    const { sub, exp, permissions, hotelIds } = payload as Record<string, unknown>
    if (typeof sub !== 'string' || typeof exp !== 'number') return null
    return { subject: sub, permissions: texts(permissions), hotelIds: texts(hotelIds), expiresAt: new Date(exp * 1000) }
  } catch {
    return null
  }
}

/** Whether the viewer may do it; who may change may also look. */
export const may = ({ permissions }: Claims, permission: Permission) =>
  permissions.includes(permission) || (permission === 'ADMIN_VIEW' && permissions.includes('ADMIN_EDIT'))

const texts = (list: unknown) => (Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [])

function decodeBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
}
