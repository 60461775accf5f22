/** What to do about an error, by its code. Everything else is for support. */
const ADVICE: Readonly<Record<string, string>> = {
  PROVIDER_UNAUTHORIZED: 'The PMS rejected the credentials. Enter them again and test the connection.',
  PROVIDER_FORBIDDEN: 'The account lacks a permission. Ask the support of the PMS to grant it.',
  PROVIDER_RATE_LIMITED: 'The PMS limits requests. The next sync continues; if this happens often, sync less often.',
  PROVIDER_UNAVAILABLE: 'The PMS did not answer. Nothing is lost: the next sync continues where this one stopped.',
  PROVIDER_TIMEOUT: 'The PMS was too slow. Nothing is lost: the next sync continues where this one stopped.',
  PROVIDER_REJECTED: 'The PMS rejected the request. Check the settings, then ask the support of the PMS.',
  PROVIDER_BAD_RESPONSE: 'The PMS sent an unexpected answer. If it persists, report the id of this sync to support.',
  PROVIDER_CURSOR_INVALID: 'The PMS lost the position of the sync. The next sync starts over by itself.',
  RECORD_INVALID: 'Correct the items in the PMS, or have the mapping fixed, then replay them.',
  RECORD_REJECTED: 'Correct the items in the PMS, then replay them.',
  CONFIGURATION_DISABLED: 'Syncs of this hotel are paused. Resume them to continue.',
  CREDENTIALS_UNREADABLE: 'The stored credentials cannot be read any more. Enter them again.',
  OUTBOUND_URL_REFUSED: 'The URL of the PMS is not allowed. Correct it in the settings.',
  SYNC_CANCELLED: 'Start another sync when you are ready; it continues where this one stopped.',
  SYNC_STALLED: 'Start it again. If it happens twice, report the id of this sync to support.',
  SYNC_INTERRUPTED: 'Start it again. If it happens twice, report the id of this sync to support.',
  BAD_USER_INPUT: 'A setting is not valid. Open the settings and test the connection.',
}

export const adviceFor = (code: string) => ADVICE[code] ?? 'Report the id of this sync to support.'
