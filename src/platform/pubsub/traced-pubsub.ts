import { currentCause } from '../cause.ts'
import type { PubSub } from './pubsub.ts'

/** Messages say which trace they are a part of, in a field beside what they are made of. */
export function tracedPubSub(pubsub: PubSub): PubSub {
  const traced = (data: unknown) => {
    const { traceparent } = currentCause() ?? {}
    return traceparent === undefined || typeof data !== 'object' ? data : { ...data, traceparent }
  }
  return { ...pubsub, publish: (topic, data) => pubsub.publish(topic, traced(data)) }
}
