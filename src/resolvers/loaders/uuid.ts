import { badUserInput } from '../../errors.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Our own ids are UUIDs; anything else names nothing, and PostgreSQL would refuse to look for it. */
export const isUuid = (id: string) => UUID.test(id)

/** @throws PmsIntegrationError BAD_USER_INPUT naming the field */
export function requireUuids(field: string, ids: readonly (string | null | undefined)[]): void {
  if (!ids.every((id) => id === null || id === undefined || isUuid(id))) throw badUserInput(field, 'Not a valid id.')
}
