import { inspect } from 'node:util'

const SHOWN = '[secret]'

/** Carries a secret through logs, JSON and error messages without showing it. Only `reveal()` gives the value. */
export class Secret<T = string> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
    Object.freeze(this)
  }

  reveal(): T {
    return this.#value
  }

  toString(): string {
    return SHOWN
  }

  toJSON(): string {
    return SHOWN
  }

  [inspect.custom](): string {
    return SHOWN
  }
}
