/** Holds what is disposed at the same time: each of it may take its time, and none waits for another. */
export class AtOnce implements AsyncDisposable {
  readonly #parts: AsyncDisposable[] = []

  use<Part extends AsyncDisposable>(part: Part): Part {
    this.#parts.push(part)
    return part
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ends = await Promise.allSettled(this.#parts.map(async (part) => part[Symbol.asyncDispose]()))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  }
}
