import { randomUUID } from 'node:crypto'
import type { PmsProviderAdapter, ProviderContext } from '../../src/providers/provider.ts'
import type { Facts, Outgoing, Sent, WriteAction } from '../../src/providers/write.ts'
import { type ActionName, actionOf } from '../../src/records/changes/actions.ts'
import { pickGroups } from '../../src/records/changes/groups.ts'
import type { JsonObject } from '../../src/records/common.ts'

/** A change as the engine hands it to a provider: looked at, judged and sent by the provider's own rules. */
export interface Sending {
  readonly facts: Facts | undefined
  /** A refusal of `may`, or what the vendor made of it. */
  readonly sent: Sent
  readonly steps: readonly JsonObject[]
}

export function actionIn({ write, name }: PmsProviderAdapter, action: ActionName): WriteAction {
  const found = write?.[action]
  if (found === undefined) throw new Error(`${name} has no ${action}`)
  return found
}

export async function sendOne(
  adapter: PmsProviderAdapter,
  ctx: ProviderContext,
  action: ActionName,
  externalId: string,
  { wanted = {}, options = {}, step = null }: Partial<Pick<Outgoing, 'wanted' | 'options' | 'step'>> = {},
): Promise<Sending> {
  const write = actionIn(adapter, action)
  const facts = (await write.read(ctx, [{ externalId, wanted }])).get(externalId)
  const steps: JsonObject[] = []
  if (facts === undefined) return { facts, steps, sent: { kind: 'REFUSED', code: 'TARGET_GONE', message: '' } }
  const refusal = write.may(wanted, facts, { hotel: ctx.hotel, settings: ctx.settings, options })
  if (refusal !== null) return { facts, steps, sent: { kind: 'REFUSED', ...refusal } }
  const isStatus = actionOf(action).to !== undefined
  const change: Outgoing = {
    ...{ id: randomUUID(), externalId, wanted, options, step, before: facts },
    values: isStatus ? wanted : { ...pickGroups(facts.values, write.carries), ...wanted },
    before: facts,
    async remember(next) {
      steps.push(next)
    },
  }
  const sent = (await write.send(ctx, [change])).get(change.id)
  if (sent === undefined) throw new Error('The provider did not say what became of it')
  return { facts, steps, sent }
}
