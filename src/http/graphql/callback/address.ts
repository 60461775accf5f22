/** One segment after an allowed address, which no server can read as a way to somewhere else. */
const ID = /^[\w-]+$/

/**
 * The address that a router wants to be called at, if it is an allowed one and an id behind it: a client that may name any
 * address would have this service call whatever only this service can reach.
 */
export function callbackAddress(address: string, allowed: readonly string[]): URL | null {
  const url = URL.parse(address)
  if (url === null || url.username || url.password || url.search || url.hash) return null
  const idAt = url.href.lastIndexOf('/') + 1
  const isAllowed = allowed.some((each) => `${new URL(each).href.replace(/\/$/, '')}/` === url.href.slice(0, idAt))
  return isAllowed && ID.test(url.href.slice(idAt)) ? url : null
}
