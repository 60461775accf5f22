import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of the benchmark that answers one question at a time. */
export interface Child extends AsyncDisposable {
  ask<Answer>(question: object): Promise<Answer>
}

export function startChild(path: string, args: readonly string[] = []): Child {
  const child = fork(path, args, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${path} ended with ${code}`)))
  gone.catch(() => {})
  return {
    async ask<Answer>(question: object) {
      child.send(question)
      const [answer] = (await Promise.race([once(child, 'message'), gone])) as [Answer]
      return answer
    },
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** The other side: what is returned is the answer. */
export function answerParent<Question>(answer: (question: Question) => Promise<unknown>): void {
  process.on('message', async (question) => process.send?.(await answer(question as Question)))
  process.on('disconnect', () => process.exit())
}
