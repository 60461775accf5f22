import { describe, expect, it } from 'vitest'
import { JWT_SECRET } from '../../kit/client.ts'
import { runCli } from '../../kit/service.ts'

const env = {
  JWT_SECRET,
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 9).toString('base64')}`,
  LOG_LEVEL: 'silent',
}

describe('help', () => {
  it.for([[], ['serve'], ['sync'], ['token'], ['migrate'], ['simulate'], ['doctor']])(
    'of %s is printed',
    async (command) => {
      const { code, stdout } = await runCli(env, [...command, '--help'])
      expect(code).toBe(0)
      expect(stdout).toMatch(/^Usage: pms/)
    },
  )
})

it('token prints a token and nothing else', async () => {
  const { code, stdout, stderr } = await runCli(env, [
    'token',
    '--hotels',
    'a,b',
    '--permissions',
    'ADMIN_VIEW',
    '--expires',
    '15m',
  ])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const claims = JSON.parse(Buffer.from(stdout.trim().split('.')[1] ?? '', 'base64url').toString())
  expect(claims).toMatchObject({ hotelIds: ['a', 'b'], permissions: ['ADMIN_VIEW'] })
  expect(claims.exp - claims.iat).toBe(900)
})

describe('what is wrong is said in one line with a code of its own', () => {
  it.for([
    [['token', '--hotels', '*', '--expires', 'soon'], /number and a unit/],
    [['token', '--hotels', '*', '--permissions', 'ROOT'], /Known permissions/],
    [['simulate', 'nope'], /UNKNOWN_PROVIDER/],
    [['simulate', 'mock', '--faults', 'rateLimited=7'], /Known faults/],
    [['dance'], /unknown command/],
  ] as const)('%s', async ([args, message]) => {
    const { code, stderr } = await runCli(env, args)
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
  })

  it('a production start without keys names what is missing', async () => {
    const { code, stderr } = await runCli({ NODE_ENV: 'production' }, ['serve'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/CONFIGURATION_INVALID[\s\S]*JWT_SECRET[\s\S]*ENCRYPTION_KEYS/)
  })
})
