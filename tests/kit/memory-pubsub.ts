import type { PubSub } from '../../src/platform/pubsub/pubsub.ts'

/** Keeps what was published, for tests of what is said; subscribing has its own tests on the real backends. */
export interface RecordingPubSub extends PubSub {
  readonly published: { topic: string; data: unknown }[]
}

export function recordingPubSub(): RecordingPubSub {
  const published: { topic: string; data: unknown }[] = []
  return {
    published,
    publish: async (topic, data) => void published.push({ topic, data }),
    subscribe: () => Promise.reject(new Error('Nobody subscribes here')),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Forgets what is published, for measurements. */
export const silentPubSub = (): PubSub => ({ ...recordingPubSub(), publish: async () => {} })
