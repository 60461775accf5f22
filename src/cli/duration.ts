import { InvalidArgumentError } from 'commander'

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const

/** `90s`, `15m`, `1h`, `7d` → seconds. */
export function parseDuration(text: string): number {
  const [, amount, unit] = /^(\d{1,6})([smhd])$/.exec(text.trim()) ?? []
  const seconds = Number(amount) * (SECONDS[unit as keyof typeof SECONDS] ?? 0)
  if (!(seconds > 0)) throw new InvalidArgumentError('Write a number and a unit: 90s, 15m, 1h, 7d.')
  return seconds
}
