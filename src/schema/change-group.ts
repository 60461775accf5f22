import type { Group } from '../records/changes/groups.ts'
import { defineEnum } from './common/enum.ts'

export const PmsChangeGroup = defineEnum<Group>('PmsChangeGroup', 'Fields that are changed and compared together.', {
  STAY: 'Days of arrival and departure.',
  TYPE: 'Room type.',
  PARTY: 'Numbers of adults and children.',
  ROOM: 'Assigned room.',
  STATUS: 'Status of the booking, or of what has to be repaired.',
  NOTE: 'Notes; they are only added to.',
  CONDITION: 'How clean a room is.',
  OCCUPANCY: 'Whether somebody is in a room, as the front desk has it.',
  BLOCK: 'Nights on which a room is not sold, and what for.',
  BLOCK_REASON: 'Why a room is blocked, and how clean it is afterwards.',
  REQUEST: 'What has to be repaired or seen to.',
})
