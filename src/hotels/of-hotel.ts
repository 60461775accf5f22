import type { ScopedDatabase } from '../platform/database/database.ts'

/** The same parts for one hotel: nothing that they read or write lies outside of it. */
export function ofHotel<Deps extends { readonly database: ScopedDatabase }>(deps: Deps, hotelId: string): Deps {
  return { ...deps, database: deps.database.within([hotelId]) }
}
