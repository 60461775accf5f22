/** Names, numbers and ids of ours, for whoever reads a trace. Never what a guest or a secret is made of. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>

export interface SpanOptions {
  /** As OpenTelemetry names them; left out: work inside this process. */
  readonly kind?: 'SERVER' | 'CLIENT' | 'PRODUCER' | 'CONSUMER'
  readonly facts?: SpanFacts
  /** `traceparent` of what it is a part of; left out: of what is being done. */
  readonly parent?: string | undefined
  /** Begins a trace of its own. */
  readonly isRoot?: boolean
  /** `traceparent` of what it has to do with, but is no part of. */
  readonly links?: readonly string[]
  /** It began so long ago. */
  readonly startedMsAgo?: number
}

export interface Span {
  note(facts: SpanFacts): void
  /** @param code what it failed with */
  failed(code: string): void
}

/** Tells a collector what is done, how long it takes and what asked for it. Off unless it is configured. */
export interface Tracing extends AsyncDisposable {
  readonly isOn: boolean
  /**
   * Runs `work` as a part of what is being done: what it begins is a part of it, and `currentOrigin()` names it. A failure
   * is noted by its code and thrown on.
   */
  span<T>(name: string, options: SpanOptions, work: (span: Span) => T): T
  /** Adds to the innermost span of what is being done. */
  note(facts: SpanFacts): void
}

const NO_SPAN: Span = { note() {}, failed() {} }

/** Costs a call. */
export const NO_TRACING: Tracing = {
  isOn: false,
  span: (_name, _options, work) => work(NO_SPAN),
  note() {},
  async [Symbol.asyncDispose]() {},
}
