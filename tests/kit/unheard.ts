/** What would end a process of its own: errors that nobody listened for, from now until disposed. */
export function listenForUnheard(): { readonly errors: unknown[] } & Disposable {
  const errors: unknown[] = []
  const note = (error: unknown) => void errors.push(error)
  process.on('uncaughtException', note).on('unhandledRejection', note)
  return {
    errors,
    [Symbol.dispose]: () => void process.off('uncaughtException', note).off('unhandledRejection', note),
  }
}
