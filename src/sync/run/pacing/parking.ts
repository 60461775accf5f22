import type { SyncLog } from '../../../entities/sync-log.ts'
import type { PmsIntegrationError } from '../../../errors.ts'
import type { Place } from '../../../platform/places.ts'
import type { PmsProviderAdapter } from '../../../providers/provider.ts'
import type { ParkedWait, Parking } from '../../../providers/transport/parked.ts'
import type { Checkpoint } from '../../store/checkpoint.ts'
import type { Hands } from './hands.ts'
import type { PageSize } from './page-size.ts'

/** A page that was not begun costs nothing to begin later. */
const AT_FIRST_REQUEST_MS = 5_000
/** One of which a part is here is asked for anew after a park. */
const WITHIN_PAGE_MS = 60_000
/** A page that was parked so often may need more requests than the vendor's window allows: it is seen through. */
const MAX_PARKS = 2
/** Waits for a circuit double from 10 s to 5 min: together a quarter of an hour. */
const MAX_CIRCUIT_PARKS = 7

/** How the waits of a slice are to be had. */
export interface SliceParking extends Parking {
  /** See {@link PageSize}. */
  smaller: PageSize['smaller']
  /** A page is here: the next one has all its tries. */
  pageCame(): void
}

export function createParking(
  log: SyncLog,
  hands: Hands,
  pageSize: PageSize,
  place: Pick<Place, 'waiting' | 'working'> | undefined,
): SliceParking {
  let { parks, retries } = log
  let isBegun = false
  return {
    fromMs() {
      if (parks >= MAX_PARKS) return Number.POSITIVE_INFINITY
      return isBegun ? WITHIN_PAGE_MS : AT_FIRST_REQUEST_MS
    },
    retries: () => retries,
    maxBytes: pageSize.maxBytes,
    smaller: pageSize.smaller,
    asking() {
      hands.giveBack()
      place?.waiting()
    },
    async answered() {
      isBegun = true
      retries = 0
      place?.working()
      await hands.take()
    },
    pageCame() {
      pageSize.pageCame()
      isBegun = false
      parks = 0
      retries = 0
    },
  }
}

/** What a run that has waited too often for a vendor that is down fails with; null: it waits once more. */
export function givenUp({ parks }: SyncLog, { reason, failure }: ParkedWait): PmsIntegrationError | null {
  return reason === 'CIRCUIT_OPEN' && parks >= MAX_CIRCUIT_PARKS ? failure : null
}

/** A page that the vendor could not answer in time is asked for by half. */
export function shrunk(at: Checkpoint, { reason, failure }: ParkedWait, { limits }: PmsProviderAdapter): Checkpoint {
  if (reason === 'PENDING' || failure.code !== 'PROVIDER_TIMEOUT') return at
  return { ...at, pageLimit: Math.max(Math.floor((at.pageLimit ?? limits.pageSize) / 2), 1) }
}
