/** What a subscription is executed with, one event after the other. */
export interface LiveEvents<T> extends AsyncIterableIterator<T> {
  /**
   * Which of the things that are told of the event is the latest state of: whoever joins later is told that first, unless
   * it is over. Without this they are told only what is new.
   */
  readonly stateOf?: (event: T) => { readonly of: string; readonly isOver: boolean }
}
