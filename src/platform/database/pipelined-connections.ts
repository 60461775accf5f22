import pg from 'pg'
import { type PipelinedQuery, type PipelinedResult, PipelinedStatement } from './pipelined-statement.ts'
import { createPreparedNames } from './prepared-names.ts'
import { isOfStatement } from './statements.ts'

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
const CONNECTIONS = 2

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
        if (isOfStatement(error) && !isNameLost(error) && !isStale(error)) throw error
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

/** A pooler gave the connection to another server, where the name is not known, or is already. */
const isNameLost = (error: unknown) => isOfStatement(error) && ['26000', '42P05'].includes(error.code ?? '')

/** A migration has changed the columns; the name has been dropped, and the next one prepares it anew. */
const isStale = (error: pg.DatabaseError) => error.code === '0A000'

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
  const send: Send = (query) =>
    new Promise((resolve, reject) => {
      client.query(new PipelinedStatement(names, query, (error, answer) => (error ? reject(error) : resolve(answer))))
    })
  return { client, send }
}
