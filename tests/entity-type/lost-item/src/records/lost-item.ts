import { z } from 'zod'
import { instant, optional, optionalText, recordBase, requiredText } from './common.ts'
import { defineRecordType } from './record-type.ts'

export const LOST_ITEM_STATUSES = ['KEPT', 'RETURNED'] as const
export type LostItemStatus = (typeof LOST_ITEM_STATUSES)[number]

const lostItemRecord = z.strictObject({
  ...recordBase,
  description: requiredText,
  status: z.enum(LOST_ITEM_STATUSES),
  roomNumber: optionalText,
  isValuable: optional(z.boolean()),
  foundAt: instant,
  tags: optional(z.array(requiredText)),
})

export const lostItems = defineRecordType(
  { one: 'lost item', many: 'lost items', says: 'What guests have left behind.' },
  lostItemRecord,
)
