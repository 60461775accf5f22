import type { Values } from '../../../records/changes/groups.ts'
import type { Facts, Outgoing, ReadTarget, Refusal, WriteAction } from '../../write.ts'
import { MOST_IDS } from '../limits.ts'
import type { MockContext } from '../settings.ts'
import { type MockCommand, sendCommand, sendCommands } from './send.ts'

export interface Declared extends Pick<WriteAction, 'carries' | 'options' | 'undo' | 'unassigns' | 'provesAbsence'> {
  may?(theirs: Values): Refusal | null
  /** By external id; what the vendor does not have is left out. */
  read(ctx: MockContext, targets: readonly ReadTarget[]): Promise<ReadonlyMap<string, Facts>>
  command(change: Outgoing): MockCommand
}

/** Every request is known by its key. */
export function action({ may = () => null, read, command, ...declared }: Declared): WriteAction {
  return {
    ...declared,
    ...{ repeat: 'KEY', settleMs: 2_000, batch: MOST_IDS, readsAtOnce: MOST_IDS },
    may: (_, theirs) => may(theirs.values),
    read: (ctx, targets) => read(ctx as MockContext, targets),
    async send(ctx, changes) {
      const commands = changes.map((change) => ({ ...command(change), key: change.id }))
      const [only] = commands
      if (only === undefined) return new Map()
      if (commands.length > 1) return sendCommands(ctx as MockContext, commands)
      return new Map([[only.key, await sendCommand(ctx as MockContext, only)]])
    },
  }
}

/** Of what the vendor has no list: one after the other. */
export function each(read: (ctx: MockContext, target: ReadTarget) => Promise<Facts | null>): Declared['read'] {
  return async (ctx, targets) => {
    const found = new Map<string, Facts>()
    for (const target of targets) {
      const facts = await read(ctx, target)
      if (facts !== null) found.set(target.externalId, facts)
    }
    return found
  }
}

/** What a record says of when it was last modified. */
export function modifiedAtOf({ externalUpdatedAt: at }: { externalUpdatedAt?: Date | string | null | undefined }) {
  return at === null || at === undefined ? null : new Date(at)
}

export const refused = (message: string): Refusal => ({ code: 'PROVIDER_REJECTED', message })
