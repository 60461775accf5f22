import DataLoader from 'dataloader'
import { hotelsWithStreamDown, readStreams, STREAM_OFF, type StreamStatus } from '../../insights/streams.ts'
import type { Sql } from '../../platform/database/database.ts'

/** For configurations that were read already. */
export const streamByConfiguration = (sql: Sql) =>
  new DataLoader<string, StreamStatus>(async (ids) => {
    const byId = await readStreams(sql, ids)
    return ids.map((id) => byId.get(id) ?? STREAM_OFF)
  })

/** The viewer's hotels with a stream that is down, read once however many fields of an operation ask. */
export function streamsDownOnce(sql: Sql, hotelIds: readonly string[] | null): () => Promise<ReadonlySet<string>> {
  let down: Promise<ReadonlySet<string>> | undefined
  return () => {
    down ??= hotelsWithStreamDown(sql, hotelIds)
    return down
  }
}
