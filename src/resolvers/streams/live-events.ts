/** What a subscription is executed with, one event after the other. */
export interface LiveEvents<T> extends AsyncIterableIterator<T> {
  /**
   * The thing that the event is the latest state of: later subscribers are sent that first, unless it is over. Without
   * this they are sent only what is new.
   */
  readonly stateOf?: (event: T) => { readonly of: string; readonly isOver: boolean }
}
