/** Whether a JSON value has more levels than `levels`, or more values in all than `values`; looks at no more of it than that. */
export function isLargerThan(value: unknown, levels: number, values: number): boolean {
  let level: unknown[] = [value]
  let seen = 0
  for (let depth = 0; level.length > 0; depth++) {
    seen += level.length
    if (depth > levels || seen > values) return true
    const next: unknown[] = []
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue
      for (const child of Object.values(each)) {
        if (next.push(child) > values) return true
      }
    }
    level = next
  }
  return false
}
