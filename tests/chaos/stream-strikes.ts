import { setTimeout as delay } from 'node:timers/promises'
import { streamOf } from '../kit/stream-hotels.ts'
import type { Member } from './member.ts'
import type { StreamWorld } from './streams.ts'

/** What may happen to a stream and to who reads it. */
export type StreamStrike = 'kill-worker' | 'freeze-worker' | 'step-clock' | 'freeze-stream' | 'lock-out'

const HOUR_MS = 3_600_000

export const strikeStream = (world: StreamWorld, strike: StreamStrike): Promise<void> => STRIKES[strike](world)

const STRIKES: Readonly<Record<StreamStrike, (world: StreamWorld) => Promise<void>>> = {
  async 'kill-worker'(world) {
    const worker = drawn(world)
    await delay(world.random.int(0, 300))
    await worker.kill()
    if (world.isHurried) await endLeases(world)
    await worker.start()
  },
  /** For longer than its lease: another one reads on, and it has to notice. */
  async 'freeze-worker'(world) {
    const worker = drawn(world)
    worker.signal('SIGSTOP')
    await delay(world.random.int(15_000, 35_000))
    worker.signal('SIGCONT')
  },
  async 'step-clock'(world) {
    const worker = drawn(world)
    await worker.stepClock(world.random.chance(0.5) ? HOUR_MS : -HOUR_MS)
    await delay(10_000)
    await worker.stepClock(0)
  },
  /** Nobody says anything any more, and everything looks as it did. */
  async 'freeze-stream'({ vendor, database, hotel, found }) {
    const isConnected = async () => ['LIVE', 'CATCHING_UP'].includes((await streamOf(database, hotel)).state)
    while (!(await isConnected())) await delay(100)
    const { connections } = await streamOf(database, hotel)
    vendor.setFaults({ streamFrozen: true })
    const begun = performance.now()
    const isUnnoticed = async () =>
      (await isConnected()) && (await streamOf(database, hotel)).connections === connections
    while (await isUnnoticed()) await delay(100)
    found['frozen stream found after, ms'] = Math.max(
      found['frozen stream found after, ms'] ?? 0,
      Math.round(performance.now() - begun),
    )
    vendor.setFaults({})
  },
  /** Somebody else reads for a while, as soon as we have no connection. */
  async 'lock-out'(world) {
    world.vendor.setFaults({ streamCut: 1 })
    await delay(500)
    world.vendor.setFaults({ streamLockedOut: true })
    await delay(20_000)
    world.vendor.setFaults({})
  },
}

const drawn = ({ workers, random }: StreamWorld): Member => random.pick(workers)

/** Of the only worker, which is dead. */
async function endLeases({ database }: StreamWorld): Promise<void> {
  await database.query('UPDATE pms_stream SET lease_expires_at = now(), ready_at = now()')
  await database.query('UPDATE pms_webhook_endpoint SET lease_expires_at = now()')
}
