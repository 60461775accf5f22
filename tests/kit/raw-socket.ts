import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { TestApi } from './api.ts'
import { eventually } from './eventually.ts'

export type Message = { type: string; id?: string; payload?: unknown }

interface RawSocketOptions {
  path?: string
  protocol?: string | string[]
  headers?: Record<string, string>
}

/** Speaks the protocol by hand, to see what a client library hides. */
export async function openRawSocket(
  api: TestApi,
  { path = '/graphql', protocol = 'graphql-transport-ws', headers = {} }: RawSocketOptions = {},
) {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, protocol, { headers })
  const messages: Message[] = []
  socket.on('message', (data) => messages.push(JSON.parse(String(data))))
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
  })
  await once(socket, 'open')
  const send = (message: Message) => socket.send(JSON.stringify(message))
  return {
    socket,
    messages,
    closed,
    send,
    init: (payload?: object) => send({ type: 'connection_init', ...(payload && { payload }) }),
    subscribe: (id: string, query: string, variables: object = {}) =>
      send({ type: 'subscribe', id, payload: { query, variables } }),
    received: (type: string, id?: string) =>
      eventually(
        () =>
          messages.find((each) => each.type === type && (id === undefined || each.id === id)) ??
          Promise.reject(new Error(`No ${type}`)),
      ),
  }
}

export const bearer = async (api: TestApi, claims: Parameters<TestApi['token']>[0] = {}) =>
  `Bearer ${await api.token(claims)}`

/** A connection that has been let in. */
export async function openSession(api: TestApi, authorization?: string) {
  const connection = await openRawSocket(api)
  connection.init({ authorization: authorization ?? (await bearer(api)) })
  await connection.received('connection_ack')
  return connection
}
