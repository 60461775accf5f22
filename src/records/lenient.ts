import type { z } from 'zod'

/** A value that could not be read, and what is used in its place. Never carries the value itself: it may be a guest's. */
export type Report = (problem: { path: string; value: string; used: string }) => void

type Issue = z.core.$ZodIssue
type Path = Issue['path']
/** What a field becomes that may not be null. */
type Fallbacks = Readonly<Record<string, unknown>>

/**
 * Reads a value against a schema, so that only what may not be missing refuses the whole: numbers that are written as texts,
 * and texts as numbers, are read as what they are; what cannot be read becomes null or its fallback and is reported. The
 * value is looked at once more only when it does not fit as it is.
 * @throws ZodError of the first reading, when a field that is needed cannot be read
 */
export function readLeniently<T extends z.ZodType>(
  schema: T,
  value: unknown,
  report: Report,
  fallbacks: Fallbacks = {},
): z.output<T> {
  const asItIs = schema.safeParse(value)
  if (asItIs.success) return asItIs.data
  const repair = createRepair(structuredClone(value), report, fallbacks)
  let { issues } = asItIs.error
  for (let round = 0; round < MAX_ROUNDS && repair.apply(issues); round++) {
    const parsed = schema.safeParse(repair.value)
    if (parsed.success) {
      repair.report()
      return parsed.data
    }
    issues = parsed.error.issues
  }
  throw asItIs.error
}

/** A text is read as a number, is no such number, is missing, is missed by what contains it, … at each depth of an item. */
const MAX_ROUNDS = 40

function createRepair(value: unknown, report: Report, fallbacks: Fallbacks) {
  const problems = new Map<string, { value: string; used: string }>()
  const note = (path: Path, found: unknown, used: string) => {
    const isBlank = typeof found === 'string' && found.trim() === ''
    if (!isBlank) problems.set(path.join('.'), { value: kindOf(found), used })
  }
  /** @returns false when nothing can be put in the place of what does not fit */
  const mend = (issue: Issue, path: Path, missed: Map<unknown[], Set<number>>): boolean => {
    const key = path.at(-1)
    const container = path.slice(0, -1).reduce<unknown>((part, name) => (part as Fields | null)?.[name], value)
    if (key === undefined || typeof container !== 'object' || container === null) return false
    const fields = container as Fields
    const found = fields[key]
    if (found !== null && found !== undefined) {
      const read = readAs(issue, found)
      if (read === null) note(path, found, 'null')
      fields[key] = read
      return true
    }
    if (path.length === 1 && Object.hasOwn(fallbacks, key)) {
      fields[key] = fallbacks[String(key)]
      problems.set(String(key), { value: problems.get(String(key))?.value ?? 'nothing', used: String(fields[key]) })
      return true
    }
    if (!Array.isArray(container)) return mend(issue, path.slice(0, -1), missed)
    missed.set(container, (missed.get(container) ?? new Set()).add(Number(key)))
    return true
  }
  return {
    value,
    apply(issues: readonly Issue[]): boolean {
      const missed = new Map<unknown[], Set<number>>()
      if (!issues.every((issue) => mend(issue, issue.path, missed))) return false
      for (const [list, indices] of missed) list.splice(0, list.length, ...list.filter((_, i) => !indices.has(i)))
      return true
    },
    report() {
      for (const [path, problem] of problems) report({ path, ...problem })
    },
  }
}

type Fields = Record<PropertyKey, unknown>

const NUMBER = /^\s*[+-]?\d{1,15}(\.\d+)?\s*$/

/** The same value as the schema wants it, null where it is no such thing. */
function readAs(issue: Issue, found: unknown): unknown {
  const expected = issue.code === 'invalid_type' ? issue.expected : issue.code === 'invalid_union' ? 'string' : null
  if (expected === 'string' && typeof found === 'number' && Number.isFinite(found)) return String(found)
  if ((expected === 'number' || expected === 'int') && typeof found === 'string')
    return NUMBER.test(found) ? Number(found) : null
  if (expected === 'boolean' && (found === 'true' || found === 'false')) return found === 'true'
  return null
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'a list' : typeof value)
