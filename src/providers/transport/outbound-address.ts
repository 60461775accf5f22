import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { PmsIntegrationError } from '../../errors.ts'

/** IPv4 that does not lead to the public internet (IANA special-purpose registry, multicast and reserved included). */
const NOT_PUBLIC_V4 = blockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
])

/** All public IPv6 lies here: this leaves out loopback, unique local, link-local and every way to write an IPv4. */
const GLOBAL_V6 = blockList('ipv6', [['2000::', 3]])
const NOT_PUBLIC_V6 = blockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 carries an IPv4 inside
  ['3fff::', 20],
])

function blockList(family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family)
  return list
}

/** Whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !NOT_PUBLIC_V4.check(address, 'ipv4')
  return isIP(address) === 6 && GLOBAL_V6.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6')
}

/**
 * Reads an address that a hotel typed: https and, where it names an IP, a public one. Names are judged when they are
 * resolved, see {@link publicLookup}.
 * @throws PmsIntegrationError OUTBOUND_URL_REFUSED
 */
export function outboundUrl(address: string, allowPrivateNetwork: boolean): URL {
  const url = URL.parse(address)
  if (url === null) throw refused('This is not a URL.')
  if (url.username !== '' || url.password !== '') throw refused('The URL must not contain a user name or password.')
  const isHttp = url.protocol === 'http:' && allowPrivateNetwork
  if (url.protocol !== 'https:' && !isHttp) throw refused('The URL must begin with https://.')
  // The URL parser has already turned decimal, octal and hexadecimal forms into a plain address.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivateNetwork && (isIP(host) === 0 ? isLocalName(host) : !isPublicAddress(host))) throw notPublic(host)
  return url
}

/** Names that never lead to the public internet: RFC 6761, 6762 and 8375, and what has no dot. */
const isLocalName = (host: string) =>
  !host.replace(/\.$/, '').includes('.') || /\.(localhost|local|internal|home\.arpa)\.?$/.test(host)

/**
 * Resolves a host name to public addresses only. It is the very look-up whose answer is connected to, so a name that
 * changes its address between check and use gains nothing.
 */
export function createPublicLookup(lookup: typeof resolve = resolve): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const addresses = found.filter(({ address }) => isPublicAddress(address))
      const [first] = addresses
      if (first === undefined) return callback(notPublic(hostname), [])
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

const notPublic = (host: string) => refused(`${host} is not an address of the public internet.`)
const refused = (message: string) => new PmsIntegrationError('OUTBOUND_URL_REFUSED', message)
