import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { instantColumn } from './columns.ts'

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
    createdAt: instantColumn().onCreate(() => new Date()),
    updatedAt: instantColumn().onCreate(() => new Date()),
  },
})

export type Hotel = InferEntity<typeof HotelEntity>
