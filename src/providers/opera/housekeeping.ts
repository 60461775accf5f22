import type { FetchWindow } from '../provider.ts'
import { walkList } from '../transport/moving-list.ts'
import { roomIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { readOverview } from './operations/overview.ts'
import { isPseudo } from './operations/pseudo.ts'
import type { OperaContext } from './settings.ts'

/** Walks through the housekeeping overview, all of it each time: the state of a room has no time of change. */
export async function* fetchHousekeeping(ctx: OperaContext, window: FetchWindow) {
  const read = (offset: number, limit: number) => readOverview(ctx, { offset }, limit)
  for await (const page of walkList({ pageSize: limits.pageSize, read }, window)) {
    yield { ...page, items: page.items.filter((room) => !isPseudo(room)) }
  }
}

export async function fetchHousekeepingOf(ctx: OperaContext, id: string): Promise<unknown | null> {
  const { rows } = await readOverview(ctx, { fromRoomNumber: id, toRoomNumber: id }, limits.pageSize)
  return rows.find((room) => roomIdOf(room) === id && !isPseudo(room)) ?? null
}
