import type { z } from 'zod'

/** What people call an entity type, in lower case: `room block`, `room blocks`. Every name of it derives from these. */
export interface Words<One extends string = string, Many extends string = string> {
  readonly one: One
  readonly many: Many
  /** What it is, as a sentence of the API's documentation. */
  readonly says: string
}

/** ROWS: an item is a thing and becomes a row. SPANS: an item says what holds on some days, and is merged into months. */
export type Store = 'ROWS' | 'SPANS'

/** An entity type as a PMS may tell it: its words, the name of its lists at providers, its record. */
export interface RecordType<
  One extends string = string,
  Many extends string = string,
  Schema extends z.ZodObject = z.ZodObject,
  Stored extends Store = Store,
> {
  readonly words: Words<One, Many>
  /** `roomBlocks`: key of a provider's `fetch`, `normalize` and `identify`, and of lists in the API. */
  readonly kind: CamelCase<Many>
  readonly store: Stored
  readonly schema: Schema
  /** What fields become that cannot be read and may not be null. */
  readonly fallbacks: Partial<z.input<Schema>>
}

export function defineRecordType<const One extends string, const Many extends string, Schema extends z.ZodObject>(
  words: Words<One, Many>,
  schema: Schema,
  fallbacks: Partial<z.input<Schema>> = {},
): RecordType<One, Many, Schema, 'ROWS'> {
  return { words, kind: camelCase(words.many), store: 'ROWS', schema, fallbacks }
}

/** One whose items are spans of days: see span.ts. Nothing in a span falls back to anything: it is right or refused. */
export function defineSpanType<const One extends string, const Many extends string, Schema extends z.ZodObject>(
  words: Words<One, Many>,
  schema: Schema,
): RecordType<One, Many, Schema, 'SPANS'> {
  return { words, kind: camelCase(words.many), store: 'SPANS', schema, fallbacks: {} }
}

/** `room blocks` → `roomBlocks`: fields. */
export type CamelCase<Text extends string> = Text extends `${infer First} ${infer Rest}`
  ? `${First}${PascalCase<Rest>}`
  : Text
/** `room blocks` → `RoomBlocks`: types, and behind a verb. */
export type PascalCase<Text extends string> = Capitalize<CamelCase<Text>>
/** `room blocks` → `room-blocks`: addresses, the command line, events. */
export type KebabCase<Text extends string> = Text extends `${infer First} ${infer Rest}`
  ? `${First}-${KebabCase<Rest>}`
  : Text

export const camelCase = <Text extends string>(text: Text) =>
  text.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Text>
export const pascalCase = <Text extends string>(text: Text) => capitalize(camelCase(text)) as PascalCase<Text>
export const kebabCase = <Text extends string>(text: Text) => text.replaceAll(' ', '-') as KebabCase<Text>
/** `a room block`, `an offer` */
export const withArticle = (one: string) => `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`
/** Name of the field that finds one by its id: `roomBlock`, or `housekeepingById` of a word that cannot be counted. */
export const rowField = ({ one, many }: Words) => (one === many ? `${camelCase(one)}ById` : camelCase(one))
/** `a room block`; a word that cannot be counted stands alone. */
export const nameOne = ({ one, many }: Words) => (one === many ? one : withArticle(one))
/** `Room blocks`: at the beginning of a sentence. */
export const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
