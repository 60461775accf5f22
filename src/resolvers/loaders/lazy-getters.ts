/**
 * Makes objects whose properties are computed when they are first read, and then kept. The getters are the prototype's, so
 * that an object of many costs next to nothing.
 */
export const lazyGetters =
  <Source>() =>
  <Values extends object>(getters: { readonly [Name in keyof Values]: (source: Source) => Values[Name] }) => {
    class Lazy {
      readonly #source: Source
      readonly #computed: Partial<Values> = {}

      constructor(source: Source) {
        this.#source = source
      }

      static define(name: keyof Values): void {
        Object.defineProperty(Lazy.prototype, name, {
          get(this: Lazy) {
            this.#computed[name] ??= getters[name](this.#source)
            return this.#computed[name]
          },
        })
      }
    }
    for (const name of Object.keys(getters) as (keyof Values)[]) Lazy.define(name)
    return (source: Source) => new Lazy(source) as unknown as Readonly<Values>
  }
