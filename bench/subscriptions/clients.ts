import { once } from 'node:events'
import { WebSocket } from 'ws'
import { answerParent } from './child.ts'

/** What the clients are told to do. */
export type ClientsTask =
  | { readonly connect: { readonly url: string; readonly query: string; readonly authorizations: readonly string[] } }
  /** Answers with the age in ms of each event, when there are as many as expected. */
  | { readonly receive: number }
  | { readonly disconnect: true }

let sockets: WebSocket[] = []
let ages: number[] = []
let onEvent = () => {}

answerParent(async (task: ClientsTask) => {
  if ('connect' in task) {
    const { url, query, authorizations } = task.connect
    for (let n = 0; n < authorizations.length; n += 50) {
      const some = authorizations.slice(n, n + 50)
      sockets.push(...(await Promise.all(some.map((authorization) => subscribe(url, query, authorization)))))
    }
  } else if ('receive' in task) {
    await new Promise<void>((resolve) => {
      onEvent = () => {
        if (ages.length >= task.receive) resolve()
      }
      onEvent()
    })
  } else {
    for (const socket of sockets) socket.close()
    await Promise.all(sockets.map((socket) => once(socket, 'close')))
    sockets = []
  }
  const received = ages
  ages = []
  return received
})

/** Resolves with the first answer, which tells where the run stands; every later one counts. */
async function subscribe(url: string, query: string, authorization: string): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { perMessageDeflate: false })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }))
  await once(socket, 'message')
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }))
  const [first] = (await once(socket, 'message')) as [Buffer]
  if (JSON.parse(String(first)).type !== 'next') throw new Error(String(first))
  socket.on('message', (data) => {
    const { payload } = JSON.parse(String(data))
    ages.push(Date.now() - Date.parse(payload.data.syncProgress.at))
    onEvent()
  })
  return socket
}
