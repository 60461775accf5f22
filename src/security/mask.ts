/** What is left of a guest's personal data for somebody who may look but not change: enough to tell two guests apart. */
export const MASKS = {
  /** `Ada Lovelace` → `A… L…` */
  NAME: (name: string) => name.replace(/(\S)\S*/gu, '$1…'),
  /** `ada@example.com` → `a…@…` */
  EMAIL: ([first = '']: string) => `${first}…@…`,
  /** `+351 21 000 42` → `…42` */
  PHONE: (number: string) => `…${number.replace(/\D/g, '').slice(-2)}`,
  HIDDEN: () => null,
} satisfies Record<string, (value: string) => string | null>
