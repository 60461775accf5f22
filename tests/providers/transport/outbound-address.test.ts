import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPublicLookup, isPublicAddress, outboundUrl } from '../../../src/providers/transport/outbound-address.ts'

const refused = expect.objectContaining({ code: 'OUTBOUND_URL_REFUSED' })

test.each([
  'http://pms.example/',
  'ftp://pms.example/',
  'file:///etc/passwd',
  'https://user:secret@pms.example/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://127.1/',
  'https://0/',
  'https://10.1.2.3/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://100.64.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:7f00:1::]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456::1]/',
  'https://[ff02::1]/',
  'https://１２７.０.０.１/',
  'not a url',
  '',
])('refuses %s', (address) => {
  expect(() => outboundUrl(address, false)).toThrow(refused)
})

test.each(['https://pms.example/v1', 'https://8.8.8.8/', 'https://172.32.0.1/', 'https://[2a00:1450:4001::1]/'])(
  'allows %s',
  (address) => {
    expect(outboundUrl(address, false).href).toContain('https://')
  },
)

test('development may use plain http and private addresses, never a password in the URL', () => {
  expect(outboundUrl('http://127.0.0.1:4100/', true).port).toBe('4100')
  expect(() => outboundUrl('http://user:secret@127.0.0.1/', true)).toThrow(refused)
  expect(() => outboundUrl('ftp://127.0.0.1/', true)).toThrow(refused)
})

test('every way to write an IPv4 address is judged as that address', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (bits) => {
      const dotted = [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.')
      const forms = [dotted, String(bits), `0x${bits.toString(16)}`, `0${bits.toString(8)}`]
      const isAllowed = (host: string) => {
        try {
          return outboundUrl(`https://${host}/`, false) !== null
        } catch {
          return false
        }
      }
      expect(forms.map(isAllowed)).toEqual(forms.map(() => isPublicAddress(dotted)))
    }),
  )
})

describe('names', () => {
  const lookUp = (addresses: { address: string; family: number }[], all: boolean) =>
    new Promise((resolve, reject) => {
      const resolver = (_: string, __: object, done: (error: null, found: typeof addresses) => void) =>
        done(null, addresses)
      const lookup = createPublicLookup(resolver as never)
      lookup('pms.example', { all }, (error, found) => (error ? reject(error) : resolve(found)))
    })

  test('that resolve to private addresses are refused', async () => {
    await expect(lookUp([{ address: '169.254.169.254', family: 4 }], false)).rejects.toEqual(refused)
    await expect(lookUp([{ address: '::1', family: 6 }], true)).rejects.toEqual(refused)
  })

  test('are connected to at their public addresses only', async () => {
    const mixed = [
      { address: '10.0.0.1', family: 4 },
      { address: '93.184.216.34', family: 4 },
    ]
    expect(await lookUp(mixed, true)).toEqual([{ address: '93.184.216.34', family: 4 }])
    expect(await lookUp(mixed, false)).toBe('93.184.216.34')
  })
})
