import pg from 'pg'
import { named } from '../errors.ts'
import { isOfStatement } from '../statements.ts'
import { createPreparedNames, isNameLost, isStale } from './names.ts'
import { type PipelinedQuery, type PipelinedResult, PipelinedStatement } from './statement.ts'

/**
 * Connections that all share: statements are sent behind each other, without waiting for the answer to the one before, and
 * stay prepared. For statements that only read, that are quick, and whose plan is good for any parameters.
 */
export interface PipelinedConnections extends AsyncDisposable {
  /** @returns null when it has to be asked in the ordinary way, once more if need be: it only reads */
  query(query: PipelinedQuery): Promise<PipelinedResult | null>
}

type Send = (query: PipelinedQuery) => Promise<PipelinedResult>

interface Slot {
  inFlight: number
  opening: Promise<{ client: pg.Client; send: Send }> | null
}

/** As many as keep a small server busy. */
export const CONNECTIONS = 2
/** Statements here are quick. */
const SILENCE_MS = 5_000

export function createPipelinedConnections(config: pg.ClientConfig): PipelinedConnections {
  const slots: Slot[] = Array.from({ length: CONNECTIONS }, () => ({ inFlight: 0, opening: null }))
  let isOpen = true
  return {
    async query(query) {
      if (!isOpen) return null
      const slot = slots.reduce((least, each) => (each.inFlight < least.inFlight ? each : least))
      slot.inFlight += 1
      try {
        const { send } = await (slot.opening ?? open(slot, config))
        return await send(query)
      } catch (error) {
        if (isNameLost(error)) isOpen = false
        if (isOfStatement(error) && !isNameLost(error) && !isStale(error)) throw named(error)
        return null
      } finally {
        slot.inFlight -= 1
      }
    },
    async [Symbol.asyncDispose]() {
      isOpen = false
      const opened = await Promise.allSettled(slots.map(({ opening }) => opening))
      await Promise.all(opened.map((each) => each.status === 'fulfilled' && each.value?.client.end()))
    },
  }
}

function open(slot: Slot, config: pg.ClientConfig) {
  const opening = connect(config, () => {
    if (slot.opening === opening) slot.opening = null
  })
  slot.opening = opening
  return opening
}

/** @param onEnd is called when the connection is of no use any more */
async function connect(config: pg.ClientConfig, onEnd: () => void): Promise<{ client: pg.Client; send: Send }> {
  const client = new pg.Client({ ...config, pipeline: true })
  client.on('error', onEnd).on('end', onEnd)
  await client.connect().catch((error) => {
    onEnd()
    throw error
  })
  const names = createPreparedNames()
  const watch = watchSilence(() => destroy(client))
  const send: Send = (query) =>
    watch(
      new Promise((resolve, reject) => {
        client.query(new PipelinedStatement(names, query, (error, answer) => (error ? reject(error) : resolve(answer))))
      }),
    )
  return { client, send }
}

/**
 * The driver's own limit is of no use here: it closes a connection also when all is answered. Calls `onSilence` when
 * something is under way and nothing was answered for long.
 */
function watchSilence(onSilence: () => void) {
  let underWay = 0
  const timer = setTimeout(() => underWay > 0 && onSilence(), SILENCE_MS).unref()
  return async <T>(answer: Promise<T>): Promise<T> => {
    underWay += 1
    if (underWay === 1) timer.refresh()
    try {
      return await answer
    } finally {
      underWay -= 1
      timer.refresh()
    }
  }
}

/** Whatever is under way fails with it, and is asked in the ordinary way. */
function destroy(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}
