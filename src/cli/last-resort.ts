interface ErrorLog {
  error(fields: object, message: string): void
}

/**
 * Logs what nobody listened for, and goes on. A server must not end for all its callers because of one of them, and here
 * it need not: an error of a socket is the end of that connection, and a callback that was left halfway leaves nothing
 * wrong behind. Whatever is kept is written in transactions, and runs and inboxes are held by leases with a token; what the
 * callback would still have done is found and done again by whoever takes the lease next. To end and be started again
 * would cut off every other hotel as often as the cause is repeated. Before a server is up there is nobody to serve: until
 * this is called, Node ends the process with the reason.
 *
 * Whoever read our output may be gone as well; that is no reason either, and cannot be logged.
 */
export function keepServing(log: ErrorLog): void {
  const report = (err: unknown) => log.error({ err }, 'An error that nobody listened for; this process goes on')
  process.on('uncaughtException', report).on('unhandledRejection', report)
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {})
}
