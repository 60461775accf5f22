import { EventEmitter } from 'node:events'
import type { GatewayConfigSupergraph } from '@graphql-hive/gateway-runtime'

type PubSub = NonNullable<GatewayConfigSupergraph['pubsub']>

/** Carries what routers are called back with from the gateway's HTTP server to whoever waits for it. */
export function createGatewayPubSub(): PubSub {
  const topics = new EventEmitter()
  const close = async () => void topics.removeAllListeners()
  const pubsub = {
    publish: (topic: string, data: unknown) => void topics.emit(topic, data),
    subscribedTopics: () => topics.eventNames(),
    subscribe(topic: string, listener: (data: unknown) => void) {
      topics.on(topic, listener)
      return () => void topics.off(topic, listener)
    },
    dispose: close,
    [Symbol.asyncDispose]: close,
  }
  return pubsub as unknown as PubSub
}
