import type { ActionName } from '../../records/changes/actions.ts'
import type { Clock, RowKind } from '../provider.ts'
import type { SimulatedSubscriber, SimulatorData } from '../simulator.ts'
import type { RecordingSimulator } from './simulator.ts'

export type Change = 'created' | 'updated' | 'removed'

/** What has become of something; `action` where a request to the vendor has brought it about. */
export interface Told {
  readonly kind: RowKind
  readonly what: Change
  readonly id: string
  readonly action?: ActionName
}

interface Message {
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}
interface Addressed {
  readonly at: Date
  readonly secret: string | null
}

/** A vendor's own message about a change; null where it sends none. */
export type Announce = (change: Told, to: Addressed) => Message | null

const TIMEOUT_MS = 10_000

export type AnnouncingSimulator = RecordingSimulator &
  Required<Pick<RecordingSimulator, 'subscribe' | 'delivered'>> & {
    /** Sends a message about something else than a change. */
    post(compose: (to: Addressed) => Message | null): void
  }

/** Lets a simulated vendor tell a subscriber of every change, once; who misses a message has to ask. */
export function announcing(
  simulator: RecordingSimulator,
  announce: Announce,
  clock: Clock = { now: () => new Date() },
): AnnouncingSimulator {
  let subscriber: SimulatedSubscriber | undefined
  let deliveries: Promise<number>[] = []
  const post = (compose: (to: Addressed) => Message | null) => {
    if (subscriber === undefined) return
    const message = compose({ at: clock.now(), secret: subscriber.secret })
    if (message !== null) deliveries.push(deliver(subscriber.url, message))
  }
  const tell = (change: Told) => post((to) => announce(change, to))
  // Vendors tell of what others have done through their API, too.
  simulator.desk.listen(tell)
  const additions = {
    post,
    data: telling(simulator.data, tell),
    subscribe(target: SimulatedSubscriber) {
      subscriber = target
    },
    delivered() {
      const sent = deliveries
      deliveries = []
      return Promise.all(sent)
    },
  }
  // The simulator's own properties stay live: some of them count.
  return Object.defineProperties(simulator, Object.getOwnPropertyDescriptors(additions)) as never
}

/** The same data, whose changes are told. */
export function telling(
  data: SimulatorData,
  tell: (change: { kind: RowKind; what: Change; id: string }) => void,
): SimulatorData {
  const told = (kind: RowKind, what: Change, id: string) => {
    tell({ kind, what, id })
    return id
  }
  return {
    items: data.items,
    facts: data.facts,
    nights: data.nights,
    edit: (kind, index) => told(kind, 'updated', data.edit(kind, index)),
    change(kind, externalId, fields) {
      data.change(kind, externalId, fields)
      told(kind, 'updated', externalId)
    },
    add: (kind) => told(kind, 'created', data.add(kind)),
    remove: (kind, index) => told(kind, 'removed', data.remove(kind, index)),
    catchUp() {
      const changes = data.catchUp()
      for (const change of changes) tell(change)
      return changes
    },
  }
}

async function deliver(url: string, { headers, body }: NonNullable<ReturnType<Announce>>): Promise<number> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const sent = { 'content-type': 'application/json', ...headers }
    return (await fetch(url, { method: 'POST', headers: sent, body, signal })).status
  } catch {
    return 0
  }
}
