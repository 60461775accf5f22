import type { OpenChangesQuery } from '../../gql/graphql.ts'
import { formatCount } from '../../ui/values/format.ts'

export type OpenCounts = Omit<OpenChangesQuery['configurations']['nodes'][number]['openChanges'], '__typename'>

/** What is about to be done to a connection. */
export type Deed = 'pause' | 'switchOff' | 'disconnect' | 'reconnect' | 'removeHotel'

/** What becomes of what waits, and of what nobody knows. */
interface Fates {
  readonly waiting: string
  readonly sent: string
  readonly conflicts: string
  readonly sets: string
}

const FATES: Readonly<Record<Deed, Fates>> = {
  pause: {
    waiting: 'held until somebody resumes, or until too late',
    sent: 'looked for once somebody resumes',
    conflicts: 'can be decided, and what is decided is held',
    sets: 'held where it stands',
  },
  switchOff: {
    waiting: 'held until changes are switched on again, or until too late',
    sent: 'still looked for',
    conflicts: 'can be decided, and what is decided is held',
    sets: 'held where it stands',
  },
  disconnect: {
    waiting: 'cancelled',
    sent: 'left to somebody who looks at the PMS',
    conflicts: 'cancelled, the PMS keeps what it has',
    sets: 'stopped, what was not sent never is',
  },
  reconnect: {
    waiting: 'cancelled',
    sent: 'left to somebody who looks at the PMS',
    conflicts: 'cancelled, the PMS keeps what it has',
    sets: 'stopped, what was not sent never is',
  },
  removeHotel: {
    waiting: 'never sent',
    sent: 'never followed up: look at the PMS first',
    conflicts: 'forgotten, the PMS keeps what it has',
    sets: 'stopped and forgotten',
  },
}

/** Several connections as one. */
export const sumOf = (all: readonly OpenCounts[]): OpenCounts =>
  all.reduce(
    (sum, one) => ({
      waiting: sum.waiting + one.waiting,
      underWay: sum.underWay + one.underWay,
      unknown: sum.unknown + one.unknown,
      forPerson: sum.forPerson + one.forPerson,
      conflicts: sum.conflicts + one.conflicts,
    }),
    { waiting: 0, underWay: 0, unknown: 0, forPerson: 0, conflicts: 0 },
  )

/**
 * A line for each kind of change that is open, with what becomes of it; none when nothing is open.
 * @param sets of changes that run or are paused
 */
export function describeOpen(counts: OpenCounts, sets: number, deed: Deed): string[] {
  const { waiting, underWay, unknown, conflicts } = counts
  const fates = FATES[deed]
  return [
    ...line(waiting, 'change waits to be sent', 'changes wait to be sent', fates.waiting),
    ...line(underWay, 'change is on its way', 'changes are on their way', fates.sent),
    ...line(unknown, 'change may have been done, nobody knows', 'changes may have been done, nobody knows', fates.sent),
    ...line(conflicts, 'change contradicts the PMS', 'changes contradict the PMS', fates.conflicts),
    ...line(sets, 'set of changes has begun', 'sets of changes have begun', fates.sets),
  ]
}

const line = (count: number, one: string, many: string, fate: string) =>
  count === 0 ? [] : [`${formatCount(count, one, many)}: ${fate}`]
