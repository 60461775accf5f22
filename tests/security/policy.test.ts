import { expect, test } from 'vitest'
import { canSeeHotel, hasPermission, requireHotel, requirePermission } from '../../src/security/policy.ts'
import type { Permission, Viewer } from '../../src/security/viewer.ts'

function viewer(permissions: Permission[], hotelIds: '*' | string[] = ['demo']): Viewer {
  return {
    subject: 'ana',
    permissions: new Set(permissions),
    hotelIds: hotelIds === '*' ? '*' : new Set(hotelIds),
    expiresAt: new Date('2100-01-01'),
  }
}

test.each<[Permission[], Permission, boolean]>([
  [[], 'ADMIN_VIEW', false],
  [[], 'ADMIN_EDIT', false],
  [['ADMIN_VIEW'], 'ADMIN_VIEW', true],
  [['ADMIN_VIEW'], 'ADMIN_EDIT', false],
  [['ADMIN_EDIT'], 'ADMIN_VIEW', true],
  [['ADMIN_EDIT'], 'ADMIN_EDIT', true],
])('%j and %s: %s', (held, needed, granted) => {
  expect(hasPermission(viewer(held), needed)).toBe(granted)
  const ask = () => requirePermission(viewer(held), needed)
  if (granted) expect(ask().subject).toBe('ana')
  else expect(ask).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
})

test('nobody is asked for a token first', () => {
  expect(() => requirePermission(null, 'ADMIN_VIEW')).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }))
})

test('a hotel exists for those whose token names it', () => {
  expect(canSeeHotel(viewer([], ['demo']), 'demo')).toBe(true)
  expect(canSeeHotel(viewer([], ['demo']), 'other')).toBe(false)
  expect(canSeeHotel(viewer([], []), 'demo')).toBe(false)
  expect(canSeeHotel(viewer([], '*'), 'other')).toBe(true)
  expect(canSeeHotel(viewer([], ['demo']), '*')).toBe(false)
})

test('a foreign hotel is not told from none', () => {
  expect(() => requireHotel(viewer([], ['demo']), 'demo')).not.toThrow()
  expect(() => requireHotel(viewer(['ADMIN_EDIT'], ['demo']), 'other')).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND', message: 'There is no such hotel.', details: {} }),
  )
})
