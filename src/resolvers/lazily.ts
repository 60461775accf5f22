/**
 * Objects whose properties are made when they are first asked for, and then kept. The properties are the prototype's, so
 * that an object of many costs next to nothing.
 */
export const lazily =
  <Given>() =>
  <Values extends object>(makers: { readonly [Name in keyof Values]: (given: Given) => Values[Name] }) => {
    class Lazy {
      readonly #given: Given
      readonly #made: Partial<Values> = {}

      constructor(given: Given) {
        this.#given = given
      }

      static define(name: keyof Values): void {
        Object.defineProperty(Lazy.prototype, name, {
          get(this: Lazy) {
            this.#made[name] ??= makers[name](this.#given)
            return this.#made[name]
          },
        })
      }
    }
    for (const name of Object.keys(makers) as (keyof Values)[]) Lazy.define(name)
    return (given: Given) => new Lazy(given) as unknown as Readonly<Values>
  }
