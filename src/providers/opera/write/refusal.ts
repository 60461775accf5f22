import { z } from 'zod'
import { scrubProse } from '../../../records/text/prose.ts'
import type { HttpResponse } from '../../transport/http.ts'
import type { Sent } from '../../write.ts'
import { text } from '../wire.ts'

const one = { title: text, detail: text, 'o:errorCode': text }
const wireProblem = z.object({ ...one, 'o:errorDetails': z.array(z.object(one)).nullish() })

const MAX_WORDS = 500

/** Of a record that somebody has open, and not of a room that a guest was promised. */
const LOCKED = /\block(ed|s)?\b/i
const ROOM_LOCKED = /room[\w ]{0,20}\block|do not move/i

/** What became of a request that changes something, by its answer: done, or refused in the vendor's words. */
export function sentBy(response: HttpResponse): Sent {
  if (response.status < 400) return { kind: 'DONE' }
  if (response.status === 404) return { kind: 'REFUSED', code: 'TARGET_GONE', message: 'The PMS no longer has it.' }
  const message = wordsOf(response)
  if (ROOM_LOCKED.test(message)) return { kind: 'REFUSED', code: 'TARGET_LOCKED', message }
  if (LOCKED.test(message)) return { kind: 'AGAIN', waitFor: 'LOCKED' }
  return { kind: 'REFUSED', code: 'PROVIDER_REJECTED', message }
}

/** Why, as the vendor says it: the particulars rather than the headline, and its code, which its support asks for. */
function wordsOf({ body }: HttpResponse): string {
  const problem = wireProblem.safeParse(jsonOf(body)).data
  const parts = problem?.['o:errorDetails']?.map(({ detail, title }) => detail || title).filter(Boolean) ?? []
  const words = parts.length > 0 ? [...new Set(parts)].join(' ') : problem?.detail || problem?.title
  const code = problem?.['o:errorCode'] || problem?.['o:errorDetails']?.[0]?.['o:errorCode']
  if (!words && !code) return 'The PMS refused it and does not say why.'
  const said = scrubProse(words || 'The PMS refused it.')
  return `${said.slice(0, MAX_WORDS)}${code ? ` (${code.slice(0, 60)})` : ''}`
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
