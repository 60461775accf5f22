import { fork } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'
import type { Simulator } from '../../src/providers/simulator.ts'

/** A simulated vendor that shares its event loop with nobody. */
export interface Vendor extends AsyncDisposable {
  readonly account: Pick<Simulator, 'credentials' | 'settings' | 'externalHotelId'>
  /** Changes as many bookings, one after the other from that one on. Resolves with the last one's id. */
  edit(index: number, times?: number): Promise<string>
}

const done = z.object({ id: z.number(), externalId: z.string() })

export async function startVendor(provider: string, bookings: number): Promise<Vendor> {
  const child = fork('bench/streams/vendor-process.ts', [provider, String(bookings)], {
    execArgv: ['--import', 'tsx'],
  })
  const exited = once(child, 'exit')
  const [account] = (await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error(`The simulator of ${provider} did not start`))),
  ])) as [Vendor['account']]
  const wishes = new Map<number, (externalId: string) => void>()
  let asked = 0
  child.on('message', (message) => {
    const { id, externalId } = done.parse(message)
    wishes.get(id)?.(externalId)
    wishes.delete(id)
  })
  return {
    account,
    edit(index, times = 1) {
      const { promise, resolve } = Promise.withResolvers<string>()
      const id = asked++
      wishes.set(id, resolve)
      child.send({ id, index, times })
      return promise
    },
    async [Symbol.asyncDispose]() {
      child.disconnect()
      await exited
    },
  }
}
