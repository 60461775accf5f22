import { PmsIntegrationError } from '../../errors.ts'
import { settledWithin } from '../deadline.ts'
import { createOutageLog, type ReportTrouble } from '../queue/outage-log.ts'
import type { MessageRelay, QueueBackend } from '../queue/queue.ts'
import { createMessageBuffer, type MessageBuffer } from './message-buffer.ts'
import type { PubSub } from './pubsub.ts'
import { createSharedSubscriptions } from './shared-subscriptions.ts'

/** A reader or a relay that is further behind loses the oldest messages. */
const MAX_UNREAD = 256
const MAX_UNSENT = 1_000
/** Messages of a topic that leave together. */
const MAX_TOGETHER = 50
const FLUSH_TIMEOUT_MS = 1_000

/**
 * PubSub between all processes on one queue backend. `publish` only hands over: messages leave one after the other in
 * the background, and what the relay refuses is logged here and dropped, so that an outage neither slows a sync nor
 * fails it.
 * @param flushTimeoutMs how long disposing waits for what is not sent yet
 */
export async function createRelayPubSub(
  backend: QueueBackend,
  log: { warn(fields: object, message: string): void },
  flushTimeoutMs = FLUSH_TIMEOUT_MS,
): Promise<PubSub> {
  const report = createOutageLog(log, { subject: 'Live messages' })
  const relay = await backend.openRelay()
  const outbox = createOutbox(relay, report)
  const subscriptions = createSharedSubscriptions(relay, report)
  const open = new Set<MessageBuffer<unknown>>()

  return {
    async publish(topic, data) {
      outbox.add(topic, data)
    },

    async subscribe<T>(pattern: string) {
      const buffer = createMessageBuffer<T>(MAX_UNREAD, () => {
        open.delete(buffer)
        subscriptions.remove(pattern, buffer.push)
      })
      try {
        await subscriptions.add(pattern, buffer.push)
      } catch (cause) {
        throw new PmsIntegrationError('SERVICE_UNAVAILABLE', 'Live updates are not available right now.', { cause })
      }
      open.add(buffer)
      return buffer.messages
    },

    async [Symbol.asyncDispose]() {
      for (const buffer of open) buffer.end()
      await settledWithin(flushTimeoutMs, outbox.flushed())
      await settledWithin(flushTimeoutMs, relay.close())
    },
  }
}

/** One at a time; what waits for the same topic goes along, in the order in which it was added. */
function createOutbox(relay: MessageRelay, report: ReportTrouble) {
  const unsent: { topic: string; data: unknown }[] = []
  let sending: Promise<void> | undefined

  const takeOf = (topic: string) => {
    const messages: unknown[] = []
    for (let at = 0; at < unsent.length && messages.length < MAX_TOGETHER; ) {
      if (unsent[at]?.topic === topic) messages.push(...unsent.splice(at, 1).map(({ data }) => data))
      else at++
    }
    return messages
  }
  const send = async () => {
    for (let next = unsent[0]; next; next = unsent[0]) {
      await relay.publish(next.topic, takeOf(next.topic)).catch(report)
    }
    sending = undefined
  }
  return {
    add(topic: string, data: unknown) {
      if (unsent.push({ topic, data }) > MAX_UNSENT) unsent.shift()
      sending ??= send()
    },
    flushed: async () => sending,
  }
}
