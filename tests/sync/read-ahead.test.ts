import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { FetchedPage } from '../../src/providers/provider.ts'
import { readAhead } from '../../src/sync/run/read-ahead.ts'
import { listenForUnheard } from '../kit/unheard.ts'

const clock = { now: () => new Date() }
const page = (cursor: string): FetchedPage => ({ items: [], cursor, total: 9 })

it('a stop between two pages asks the vendor for nothing more, and leaves no rejection unheard', async () => {
  using unheard = listenForUnheard()
  const stop = new AbortController()
  let asked = 0
  async function* vendor() {
    for (;;) {
      asked += 1
      stop.signal.throwIfAborted()
      yield page(String(asked))
    }
  }
  const pages = readAhead(vendor(), stop.signal, clock)
  await pages.next()
  stop.abort(new Error('stopped'))
  await expect(pages.next()).rejects.toThrow('stopped')
  await turn()
  expect([asked, unheard.errors]).toEqual([1, []])
})

it('a vendor that fails after the stop is heard, though nobody waits for it', async () => {
  using unheard = listenForUnheard()
  const stop = new AbortController()
  const answer = Promise.withResolvers<FetchedPage>()
  async function* vendor() {
    yield page('1')
    yield await answer.promise
  }
  const pages = readAhead(vendor(), stop.signal, clock)
  await pages.next()
  const second = pages.next()
  stop.abort(new Error('stopped'))
  await expect(second).rejects.toThrow('stopped')
  answer.reject(new Error('late'))
  await turn()
  expect(unheard.errors).toEqual([])
})
