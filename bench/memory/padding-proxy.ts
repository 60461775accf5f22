import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A PMS whose bookings have long remarks: the simulator's answers with so many characters more in each item. */
export async function startPaddingProxy(target: string, padding: number) {
  const remarks = 'The guest would like a room away from the lift. '.repeat(Math.ceil(padding / 48)).slice(0, padding)
  let largest = 0
  const server = createServer(async ({ url, headers: { authorization = '' } }, answer) => {
    const response = await fetch(`${target}${url}`, { headers: { authorization, connection: 'close' } })
    const page = (await response.json()) as { data?: object[] }
    const data = page.data?.map((item) => ({ ...item, remarks }))
    const body = Buffer.from(JSON.stringify({ ...page, ...(data && { data }) }))
    answer.writeHead(response.status, { 'content-type': 'application/json', 'content-length': body.length })
    answer.end(body)
    answer.on('finish', () => {
      largest = Math.max(largest, body.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Of an answer that was read to its end. */
    largestBytes: () => largest,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
