import type { Values } from '../../../records/changes/groups.ts'
import type { Facts, MayContext, Outgoing, Refusal, Sent, WriteAction } from '../../write.ts'
import type { OperaContext } from '../settings.ts'

export interface Declared
  extends Pick<WriteAction, 'carries' | 'repeat' | 'settleMs' | 'options' | 'undo' | 'unassigns'> {
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

export const unsupported = (message: string): Refusal => ({ code: 'UNSUPPORTED_CAPABILITY', message })
export const refused = (message: string): Refusal => ({ code: 'PROVIDER_REJECTED', message })
