import type { Values } from '../../../records/changes/groups.ts'
import type { Facts, Outgoing, ReadTarget, Refusal, WriteAction } from '../../write.ts'
import type { MockContext } from '../settings.ts'
import { type MockCommand, sendCommand } from './send.ts'

export interface Declared extends Pick<WriteAction, 'carries' | 'options' | 'undo' | 'unassigns' | 'provesAbsence'> {
  may?(theirs: Values): Refusal | null
  read(ctx: MockContext, target: ReadTarget): Promise<Facts | null>
  command(change: Outgoing): MockCommand
}

/** Every request is known by its key. */
export function action({ may = () => null, read, command, ...declared }: Declared): WriteAction {
  return {
    ...declared,
    ...{ repeat: 'KEY', settleMs: 2_000, batch: 1 },
    may: (_, theirs) => may(theirs.values),
    read: readEach(read),
    async send(ctx, changes) {
      const sent = changes.map(
        async (change) => [change.id, await sendCommand(ctx as MockContext, change, command(change))] as const,
      )
      return new Map(await Promise.all(sent))
    },
  }
}

function readEach(read: Declared['read']): WriteAction['read'] {
  return async (ctx, targets) => {
    const found = await Promise.all(
      targets.map(async (target) => [target.externalId, await read(ctx as MockContext, target)] as const),
    )
    return new Map(found.flatMap(([id, facts]) => (facts === null ? [] : [[id, facts] as const])))
  }
}

/** What a record says of when it was last modified. */
export function modifiedAtOf({ externalUpdatedAt: at }: { externalUpdatedAt?: Date | string | null | undefined }) {
  return at === null || at === undefined ? null : new Date(at)
}

export const refused = (message: string): Refusal => ({ code: 'PROVIDER_REJECTED', message })
