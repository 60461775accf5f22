import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { createTestClient, JWT_SECRET } from '../../kit/client.ts'
import { runCli, startService } from '../../kit/service.ts'

/** As a new user: an empty folder, nothing configured, the embedded database. */
it('an empty folder becomes a synced demo hotel; a stop is clean; a start after a crash keeps the data', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pms-first-start-'))
  const env = { DATA_DIR: dataDir, JWT_SECRET }
  try {
    const first = await startService(env)
    expect(first.output()).toContain('A first query to paste')
    // One line, however many migrations there are.
    expect(first.output().match(/migration/gi)).toHaveLength(1)
    expect(first.output()).toMatch(/Brought the schema up to date .*"migrations":\d+/)
    const client = await createTestClient(first.url ?? '')
    await vi.waitFor(
      async () => expect(await counts(client)).toEqual({ bookings: 300, rooms: 60, guests: 200 }),
      20_000,
    )
    await client.close()
    expect(await first.end('SIGINT')).toEqual({ code: 0, signal: null })
    expect(first.output()).toContain('Stopping')

    const second = await startService(env)
    expect(Number(/"readyMs":(\d+)/.exec(second.output())?.[1])).toBeGreaterThan(0)
    await second.end('SIGKILL')

    const third = await startService(env)
    const again = await createTestClient(third.url ?? '')
    expect(await counts(again)).toEqual({ bookings: 300, rooms: 60, guests: 200 })
    await again.close()
    const doctor = await runCli(env, ['doctor'])
    expect(doctor).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ok +database +PostgreSQL 18/m) })
    expect(await third.end('SIGTERM')).toEqual({ code: 0, signal: null })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 120_000)

async function counts(client: Awaited<ReturnType<typeof createTestClient>>) {
  const answer = await client.send<Record<string, { totalCount: number }>>(`{
    bookings(hotelId: "demo", first: 1) { totalCount }
    rooms(hotelId: "demo", first: 1) { totalCount }
    guests(hotelId: "demo", first: 1) { totalCount }
  }`)
  return Object.fromEntries(Object.entries(answer).map(([name, { totalCount }]) => [name, totalCount]))
}
