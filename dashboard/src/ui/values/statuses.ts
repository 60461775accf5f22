interface Look {
  readonly word: string
  readonly sign: string
  /** Of the sign; the word has the colour of text, which can be read on any ground. */
  readonly color: string
}

const GOOD = 'teal'
const BAD = 'red'
const CARE = 'orange'
const QUIET = 'gray'
const BUSY = 'harbour'

/** Of freshness, runs, webhooks, streams, steps of a test, accounts, channels, bookings and rooms. */
export const LOOKS = {
  FRESH: { word: 'Fresh', sign: '✓', color: GOOD },
  LATE: { word: 'Late', sign: '◔', color: CARE },
  STALE: { word: 'Stale', sign: '!', color: BAD },
  PAUSED: { word: 'Paused', sign: '‖', color: QUIET },
  FAILING: { word: 'Failing', sign: '✕', color: BAD },
  NEVER: { word: 'Never synced', sign: '–', color: QUIET },
  QUEUED: { word: 'Queued', sign: '…', color: QUIET },
  RUNNING: { word: 'Running', sign: '▸', color: BUSY },
  COMPLETED: { word: 'Completed', sign: '✓', color: GOOD },
  PARTIAL: { word: 'Partial', sign: '◐', color: CARE },
  FAILED: { word: 'Failed', sign: '✕', color: BAD },
  CANCELLED: { word: 'Cancelled', sign: '■', color: QUIET },
  RECEIVED: { word: 'Received', sign: '…', color: BUSY },
  PROCESSED: { word: 'Processed', sign: '✓', color: GOOD },
  IGNORED: { word: 'Ignored', sign: '–', color: QUIET },
  DEAD: { word: 'Given up', sign: '✕', color: BAD },
  PASSED: { word: 'Passed', sign: '✓', color: GOOD },
  WARNING: { word: 'Warning', sign: '!', color: CARE },
  UNKNOWN: { word: 'Unknown', sign: '?', color: QUIET },
  OPEN: { word: 'Open', sign: '!', color: CARE },
  RESOLVED: { word: 'Resolved', sign: '✓', color: GOOD },
  ACTIVE: { word: 'Active', sign: '✓', color: GOOD },
  PENDING: { word: 'Pending', sign: '?', color: CARE },
  CONFIRMED: { word: 'Confirmed', sign: '✓', color: GOOD },
  CHECKED_IN: { word: 'In house', sign: '▸', color: BUSY },
  CHECKED_OUT: { word: 'Checked out', sign: '◂', color: QUIET },
  NO_SHOW: { word: 'No-show', sign: '✕', color: BAD },
  AVAILABLE: { word: 'Available', sign: '✓', color: GOOD },
  OCCUPIED: { word: 'Occupied', sign: '▸', color: BUSY },
  OUT_OF_ORDER: { word: 'Out of order', sign: '✕', color: BAD },
  OUT_OF_SERVICE: { word: 'Out of service', sign: '!', color: CARE },
  BLOCKED: { word: 'Blocked', sign: '■', color: QUIET },
  CLEAN: { word: 'Clean', sign: '✓', color: GOOD },
  DIRTY: { word: 'Dirty', sign: '!', color: CARE },
  INSPECTED: { word: 'Inspected', sign: '✓', color: GOOD },
  IN_PROGRESS: { word: 'Being cleaned', sign: '…', color: BUSY },
  PICKUP: { word: 'To be tidied up', sign: '◔', color: CARE },
  LIVE: { word: 'Live', sign: '✓', color: GOOD },
  CATCHING_UP: { word: 'Catching up', sign: '▸', color: BUSY },
  CONNECTING: { word: 'Connecting', sign: '…', color: BUSY },
  WAITING: { word: 'Waiting', sign: '◔', color: CARE },
  LOCKED_OUT: { word: 'Locked out', sign: '✕', color: BAD },
  OFF: { word: 'Off', sign: '–', color: QUIET },
  OPENING: { word: 'Opening', sign: '▸', color: BUSY },
  CLOSED: { word: 'Closed: data too old', sign: '✕', color: BAD },
  HELD: { word: 'Held: data too old', sign: '!', color: CARE },
  VACANT: { word: 'Vacant', sign: '–', color: QUIET },
} as const satisfies Record<string, Look>

export type Status = keyof typeof LOOKS

/** The words of some statuses, to choose from. */
export const statusLabels = <S extends Status>(statuses: readonly S[]) =>
  Object.fromEntries(statuses.map((status) => [status, LOOKS[status].word])) as Record<S, string>
