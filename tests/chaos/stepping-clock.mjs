import { existsSync, readFileSync } from 'node:fs'

/**
 * Loaded before the service: the host's clock is off by as many milliseconds as the file `CLOCK_FILE` says, from the start
 * and again whenever a signal says that it changed.
 */
const file = process.env.CLOCK_FILE ?? ''
const read = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0)
let aheadMs = read()
process.on('SIGUSR2', () => {
  aheadMs = read()
})

const now = Date.now
const host = () => now() + aheadMs
globalThis.Date = new Proxy(Date, {
  construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [host()] : args, as),
  apply: (target) => new target(host()).toString(),
  get: (target, key) => (key === 'now' ? host : Reflect.get(target, key)),
})
