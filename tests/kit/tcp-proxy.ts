import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between a client and its server, to take the network away. */
export interface TcpProxy extends AsyncDisposable {
  /** The target's URL, by way of the proxy. */
  readonly url: string
  /** Connections that were tried while it was cut. */
  readonly refused: number
  /** Drops every connection and accepts none, as a server that is down. */
  cut(): void
  /** Keeps connections open but lets nothing through, as a cable that is pulled. */
  freeze(): void
  /** What is connected now gets no answer any more; whoever connects anew does: a failover. */
  silence(): void
  /**
   * Keeps back the next message of a client that is meant, told by itself and the one before it on its connection, and all that
   * follows there. Resolves when it came.
   */
  hold(isMeant: (data: Buffer, before: Buffer) => boolean): Promise<void>
  /** Ends an outage. What was frozen never arrives. */
  restore(): void
}

export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target)
  let state: 'open' | 'cut' | 'frozen' = 'open'
  let refused = 0
  const sockets = new Set<Socket>()
  const silent = new WeakSet<Socket>()
  let isHeldBack = (_: Socket, __: Buffer) => false
  const dropAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }
  const server = createServer((client) => {
    track(client)
    if (state === 'cut') {
      refused++
      client.destroy()
    }
    if (state !== 'open') return
    const upstream = connect(Number(port), hostname)
    track(upstream)
    const isHeard = () => state === 'open' && !silent.has(client)
    client
      .on('data', (data) => isHeard() && !isHeldBack(client, data) && upstream.write(data))
      .on('close', () => upstream.destroy())
    upstream.on('data', (data) => isHeard() && client.write(data)).on('close', () => client.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(target)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    get refused() {
      return refused
    },
    cut() {
      state = 'cut'
      dropAll()
    },
    freeze() {
      state = 'frozen'
    },
    silence() {
      for (const socket of sockets) silent.add(socket)
    },
    hold(isMeant) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const last = new WeakMap<Socket, Buffer>()
      let held: Socket | undefined
      isHeldBack = (client, data) => {
        if (held === undefined && isMeant(data, last.get(client) ?? Buffer.of())) {
          held = client
          resolve()
        }
        last.set(client, data)
        return held === client
      }
      return promise
    },
    restore() {
      if (state === 'frozen') dropAll()
      state = 'open'
    },
    async [Symbol.asyncDispose]() {
      dropAll()
      await new Promise((closed) => server.close(closed))
    },
  }
}
