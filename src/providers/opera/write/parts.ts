import type { Values } from '../../../records/changes/groups.ts'
import type { Facts, MayContext, Outgoing, ReadTarget, Refusal, Sent, WriteAction } from '../../write.ts'
import type { OperaContext } from '../settings.ts'

export interface Declared
  extends Pick<
    WriteAction,
    'carries' | 'repeat' | 'settleMs' | 'options' | 'undo' | 'unassigns' | 'provesAbsence' | 'requests' | 'readsAtOnce'
  > {
  may(wanted: Values, theirs: Facts, ctx: MayContext): Refusal | null
  read(ctx: OperaContext, ids: readonly string[]): Promise<ReadonlyMap<string, Facts>>
  send(ctx: OperaContext, change: Outgoing): Promise<Sent>
}

/** One request, or chain of them, for each change. */
export function action({ read, send, ...declared }: Declared): WriteAction {
  return {
    ...declared,
    batch: 1,
    read: (ctx, targets) =>
      read(
        ctx as OperaContext,
        targets.map(({ externalId }) => externalId),
      ),
    async send(ctx, changes) {
      const sent = changes.map(async (change) => [change.id, await send(ctx as OperaContext, change)] as const)
      return new Map(await Promise.all(sent))
    },
  }
}

/** The same of things that are read one by one. */
export function eachAlone({ read, ...declared }: Alone): WriteAction {
  const alone = action({ ...declared, read: async () => new Map() })
  return {
    ...alone,
    async read(ctx, targets) {
      const found = await Promise.all(
        targets.map(async (target) => [target.externalId, await read(ctx as OperaContext, target)] as const),
      )
      return new Map(found.flatMap(([id, facts]) => (facts === null ? [] : [[id, facts] as const])))
    },
  }
}

interface Alone extends Omit<Declared, 'read'> {
  read(ctx: OperaContext, target: ReadTarget): Promise<Facts | null>
}

/** The gateway gives up after a minute. */
export const SETTLE_MS = 60_000

export const unsupported = (message: string): Refusal => ({ code: 'UNSUPPORTED_CAPABILITY', message })
export const refused = (message: string): Refusal => ({ code: 'PROVIDER_REJECTED', message })
