import type { Clock, RowKind, SimulatedSubscriber, SimulatorData } from '../provider.ts'
import type { RecordingSimulator } from './simulator.ts'

export type Change = 'created' | 'updated' | 'removed'

/** A vendor's own message about a change; null where it sends none. */
export type Announce = (
  change: { kind: RowKind; what: Change; id: string },
  options: { at: Date; secret: string | null },
) => { headers?: Readonly<Record<string, string>>; body: string } | null

const TIMEOUT_MS = 10_000

/** Lets a simulated vendor tell a subscriber of every change, once; who misses a message has to ask. */
export function announcing(
  simulator: RecordingSimulator,
  announce: Announce,
  clock: Clock = { now: () => new Date() },
): RecordingSimulator & Required<Pick<RecordingSimulator, 'subscribe' | 'delivered'>> {
  const { data } = simulator
  let subscriber: SimulatedSubscriber | undefined
  let deliveries: Promise<number>[] = []
  const tell = (kind: RowKind, what: Change, id: string) => {
    if (subscriber === undefined) return id
    const message = announce({ kind, what, id }, { at: clock.now(), secret: subscriber.secret })
    if (message !== null) deliveries.push(deliver(subscriber.url, message))
    return id
  }
  const telling: SimulatorData = {
    items: data.items,
    facts: data.facts,
    edit: (kind, index) => tell(kind, 'updated', data.edit(kind, index)),
    change(kind, externalId, fields) {
      data.change(kind, externalId, fields)
      tell(kind, 'updated', externalId)
    },
    add: (kind) => tell(kind, 'created', data.add(kind)),
    remove: (kind, index) => tell(kind, 'removed', data.remove(kind, index)),
  }
  // Vendors tell of what others have done through their API, too.
  simulator.desk.listen((kind, externalId) => tell(kind, 'updated', externalId))
  const additions = {
    data: telling,
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

async function deliver(url: string, { headers, body }: NonNullable<ReturnType<Announce>>): Promise<number> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const sent = { 'content-type': 'application/json', ...headers }
    return (await fetch(url, { method: 'POST', headers: sent, body, signal })).status
  } catch {
    return 0
  }
}
