import { vi } from 'vitest'

/** Tries until `check` passes: for what happens in another process or connection. Patient, for machines under load. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000, interval: 20 })
}
