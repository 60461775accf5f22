import type { NormalizeContext } from './provider.ts'

/** What a vendor calls something → what we call it, with the value that is safe when the vendor says something new. */
export interface StatusTable<T extends string> {
  readonly values: Readonly<Record<string, T>>
  readonly fallback: T
}

/** Looks a vendor's value up; an unknown one falls to the safe value and is reported, never thrown away with its item. */
export function mapStatus<T extends string>(
  table: StatusTable<T>,
  value: string | null | undefined,
  path: string,
  ctx: NormalizeContext,
): T {
  const word = value ?? ''
  if (Object.hasOwn(table.values, word)) return table.values[word] as T
  ctx.report({ path, value: word.slice(0, 100), used: table.fallback })
  return table.fallback
}

/** The same for what a record may leave out: nothing is null, and so is an unknown word, which is reported. */
export function mapOptional<T extends string>(
  values: Readonly<Record<string, T>>,
  value: string | null | undefined,
  path: string,
  ctx: NormalizeContext,
): T | null {
  if (value === null || value === undefined || value === '') return null
  if (Object.hasOwn(values, value)) return values[value] as T
  ctx.report({ path, value: value.slice(0, 100), used: 'null' })
  return null
}

/** What a vendor calls one of our values, for what goes to it. */
export function wireValue<T extends string>({ values }: StatusTable<T>, ours: T): string {
  return keyOf(values, ours)
}

export const keyOf = <T extends string>(values: Readonly<Record<string, T>>, ours: T) =>
  Object.keys(values).find((key) => values[key] === ours) ?? ours
