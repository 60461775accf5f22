/**
 * Messages between processes, at most once: what must not be missed is in the database, and whoever subscribes reads it
 * there first.
 */
export interface PubSub extends AsyncDisposable {
  /**
   * Hands over and returns: an outage neither delays nor fails whoever publishes.
   * @param topic dot-separated segments @param data anything JSON can hold, unchanged from then on
   */
  publish(topic: string, data: unknown): Promise<void>
  /**
   * Subscribed when the promise resolves; from then on nothing published is missed while the process lives. `*` stands
   * for one segment. `return()` ends it at once, also while a `next()` is waiting.
   */
  subscribe<T>(pattern: string): Promise<AsyncIterableIterator<T>>
}
