/** From one instant up to, not including, another; in whole seconds, as the vendor's documentation writes them. */
export const intervalOf = (fromMs: number, toMs: number) => ({ StartUtc: timeOf(fromMs), EndUtc: timeOf(toMs) })

const timeOf = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
