import { idAt } from '../../src/providers/external-id.ts'

export const bookingIdOf = (raw: unknown) => idAt(raw, 'id')
