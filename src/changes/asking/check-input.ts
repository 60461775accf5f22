import type { z } from 'zod'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { actionOf, type ChangeOptions, changeOptions } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import type { Desk } from '../parts/open.ts'
import type { ChangeRequest } from './request.ts'

const MAX_REASON_CHARS = 500

type Asked = Pick<Desk, 'adapter' | 'write'>

/**
 * What was asked for, as it may be used.
 * @throws PmsIntegrationError BAD_USER_INPUT naming the field, UNSUPPORTED_CAPABILITY for an option that the vendor has not
 */
export function checkInput(desk: Asked, request: ChangeRequest): { values: Values; options: ChangeOptions } {
  return { values: checkValues(desk, request), options: checkOptions(desk, request) }
}

/** @throws PmsIntegrationError BAD_USER_INPUT naming the field, UNSUPPORTED_CAPABILITY */
export function checkValues(
  { adapter, write }: Asked,
  { action, values }: Pick<ChangeRequest, 'action' | 'values'>,
): Values {
  const { values: schema, to, ends } = actionOf(action)
  const wanted = parse(schema, values) as Values
  if (to === undefined && !ends && Object.keys(wanted).length === 0)
    throw badUserInput('values', 'nothing is to be changed')
  if (wanted.roomExternalId === null && !write.unassigns)
    throw new PmsIntegrationError('UNSUPPORTED_CAPABILITY', `${adapter.name} cannot take a booking’s room off.`, {
      field: 'roomId',
    })
  return wanted
}

/** @throws PmsIntegrationError BAD_USER_INPUT naming the field, UNSUPPORTED_CAPABILITY for one that the vendor has not */
export function checkOptions(
  { adapter, write }: Asked,
  { options, reason }: Pick<ChangeRequest, 'options' | 'reason'>,
): ChangeOptions {
  if ((reason?.length ?? 0) > MAX_REASON_CHARS)
    throw badUserInput('reason', `must have at most ${MAX_REASON_CHARS} characters`)
  const chosen = parse(changeOptions, withoutNulls(options ?? {}))
  const unknown = Object.keys(chosen).find((name) => write.options === undefined || !(name in write.options.shape))
  // To keep what would not be touched is no wish.
  if (unknown !== undefined && chosen[unknown as keyof ChangeOptions] !== false)
    throw new PmsIntegrationError('UNSUPPORTED_CAPABILITY', `${adapter.name} has no choice of ${unknown} here.`, {
      field: unknown,
    })
  return chosen
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.')
  throw badUserInput(field || 'values', issue?.message ?? 'is not valid')
}

const withoutNulls = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
