/** What a person does about an error, by its code. Whatever is not here is a matter for support. */
const ADVICE: Readonly<Record<string, string>> = {
  PROVIDER_UNAUTHORIZED: 'The system refused the access data. Enter them again and test the connection.',
  PROVIDER_FORBIDDEN: 'The account lacks rights at the system. Ask the support of the system to grant them.',
  PROVIDER_RATE_LIMITED: 'The system asked to slow down. The next run goes on; if it happens often, sync less often.',
  PROVIDER_UNAVAILABLE: 'The system did not answer. Nothing is lost: the next run goes on where this one stood.',
  PROVIDER_TIMEOUT: 'The system was too slow. Nothing is lost: the next run goes on where this one stood.',
  PROVIDER_REJECTED: 'The system refused the request. Check the settings, then ask the support of the system.',
  PROVIDER_BAD_RESPONSE: 'The system answered something unexpected. If it goes on, tell support the id of this run.',
  PROVIDER_CURSOR_INVALID: 'The system forgot where the run stood. The next run starts over by itself.',
  RECORD_INVALID: 'Correct the items in the system, or have the mapping mended, then replay them.',
  RECORD_REJECTED: 'Correct the items in the system, then replay them.',
  CONFIGURATION_DISABLED: 'Syncs of this hotel are paused. Switch them on again to go on.',
  CREDENTIALS_UNREADABLE: 'The stored access data cannot be read any more. Enter them again.',
  OUTBOUND_URL_REFUSED: 'The address of the system is not allowed. Correct it in the settings.',
  SYNC_CANCELLED: 'Start another one when you are ready; it goes on where this one stood.',
  SYNC_STALLED: 'Start it again. If it happens twice, tell support the id of this run.',
  SYNC_INTERRUPTED: 'Start it again. If it happens twice, tell support the id of this run.',
  BAD_USER_INPUT: 'Something in the settings is not right. Open them and test the connection.',
}

export const adviceFor = (code: string) => ADVICE[code] ?? 'Tell support the id of this run.'
