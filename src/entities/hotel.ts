import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { createdAtColumn, updatedAtColumn, versionColumn } from './columns.ts'

/** A hotel that is synced here. Its id is the one that the rest of the platform uses; this service does not own hotels. */
export const HotelEntity = defineEntity({
  name: 'Hotel',
  tableName: 'pms_hotel',
  properties: {
    id: p.text().primary(),
    slug: p.text().unique(),
    name: p.text(),
    /** IANA name. */
    timeZone: p.text(),
    /** ISO 4217. */
    currency: p.text(),
    version: versionColumn(),
    createdAt: createdAtColumn(),
    updatedAt: updatedAtColumn(),
  },
})

export type Hotel = InferEntity<typeof HotelEntity>
