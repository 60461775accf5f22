import { type ActionName, actions } from '../records/changes/actions.ts'
import { defineEnum } from './common/enum.ts'

const says = Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, action.says]))

export const PmsChangeAction = defineEnum<ActionName>(
  'PmsChangeAction',
  'Something that can be done at a PMS.',
  says as Record<ActionName, string>,
)
