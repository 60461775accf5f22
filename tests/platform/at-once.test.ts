import { expect, test } from 'vitest'
import { AtOnce } from '../../src/platform/at-once.ts'

test('none waits for another to be disposed, all of them are, and a failure is told when they are', async () => {
  const { promise: first, resolve } = Promise.withResolvers<void>()
  const atOnce = new AtOnce()
  const disposed: string[] = []
  atOnce.use({
    async [Symbol.asyncDispose]() {
      await first
      disposed.push('the one that waits for the other')
    },
  })
  atOnce.use({ [Symbol.asyncDispose]: () => Promise.reject(new Error('It does not close')) })
  atOnce.use({
    async [Symbol.asyncDispose]() {
      disposed.push('the other')
      resolve()
    },
  })
  await expect(atOnce[Symbol.asyncDispose]()).rejects.toThrow('It does not close')
  expect(disposed).toEqual(['the other', 'the one that waits for the other'])
})
