/** Waits for `work` at most `ms`; tells whether it was over by then. A failure counts as over. */
export async function settledWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false)
  })
  const done = () => true
  try {
    return await Promise.race([work.then(done, done), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Settles like `promise` or as soon as `signal` aborts. `promise` is heard in either case: it may still reject later. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}

export interface Deadline extends Disposable {
  readonly signal: AbortSignal
  start(): void
  /** Tells whether it was kept. */
  stop(): boolean
}

/** A signal that aborts with `reason` so long after `start`, unless it is stopped before. */
export function createDeadline(ms: number, reason: Error): Deadline {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  return {
    signal: controller.signal,
    start() {
      timer = setTimeout(() => controller.abort(reason), ms)
    },
    stop() {
      clearTimeout(timer)
      return !controller.signal.aborted
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}
