import { type ClientOptions, WebSocket } from 'ws'
import { textOf } from '../../../platform/body-text.ts'
import { settledWithin } from '../../../platform/deadline.ts'
import { createPublicLookup, outboundUrl } from '../outbound-address.ts'
import { dictatedWaitMs } from '../retry-after.ts'
import { connectionLost, type StreamClosed, upgradeRefused } from './stream-closed.ts'

/** A connection that is kept open, as a vendor asks for it. */
export interface SocketRequest {
  /** Absolute, `https:`. */
  readonly url: string
  readonly protocol?: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Opens WebSockets to vendors. What must be right for every vendor happens behind this door: address check, size of
 * messages, signs of life, and a vendor that sends faster than we store.
 */
export interface SocketClient {
  /** @throws StreamClosed, OUTBOUND_URL_REFUSED; the reason of the context's signal when it aborts */
  connect(request: SocketRequest): Promise<Socket>
}

/** Disposing ends it without a word to the vendor. */
export interface Socket extends Disposable {
  send(message: object): void
  /**
   * All messages that are here, in order; waits for the first one, and where a time is given no longer than that: then
   * there are none. Null: the vendor closed the connection.
   * @throws StreamClosed when it was cut or went silent; the reason of the context's signal when it aborts
   */
  read(withinMs?: number): Promise<readonly string[] | null>
  /** Says good-bye and lets the vendor close, for at most a few seconds; also when the signal has aborted. Never fails. */
  leave(message: object): Promise<void>
  /** What the vendor said when it closed; null while it has not. */
  readonly closed: { readonly code: number; readonly reason: string } | null
}

export interface SocketClientOptions {
  readonly signal: AbortSignal
  /** For development and tests: lets plain http and private addresses through. */
  readonly allowPrivateNetwork?: boolean
  readonly timing?: Partial<SocketTiming>
}

export interface SocketTiming {
  /** How often the vendor is asked for a sign of life. */
  pingMs: number
  /** Without any for so long the connection is dead, whatever it looks like. */
  silentMs: number
  /** For the upgrade. */
  connectMs: number
}

/** A connection that froze is found after `silentMs` and the pause between two looks at most: within 25 s. */
export const SOCKET_TIMING: SocketTiming = { pingMs: 5_000, silentMs: 20_000, connectMs: 20_000 }
/** Messages and characters that wait to be stored; beyond them the vendor has to wait. */
const MAX_WAITING = 50
const MAX_WAITING_CHARS = 8_000_000
/** How long a vendor may take to answer a good-bye. */
const LEAVE_MS = 2_000
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024

export function createSocketClient(options: SocketClientOptions): SocketClient {
  const timing = { ...SOCKET_TIMING, ...options.timing }
  return {
    async connect({ url, protocol, headers }) {
      const { signal, allowPrivateNetwork = false } = options
      signal.throwIfAborted()
      const target = outboundUrl(url, allowPrivateNetwork)
      target.protocol = target.protocol === 'http:' ? 'ws:' : 'wss:'
      const clientOptions: ClientOptions = {
        headers: { 'user-agent': 'pms-adapter-layer', ...headers },
        handshakeTimeout: timing.connectMs,
        maxPayload: MAX_MESSAGE_BYTES,
        perMessageDeflate: false,
        ...(!allowPrivateNetwork && { lookup: createPublicLookup() }),
      }
      const socket = new WebSocket(target, protocol === undefined ? [] : [protocol], clientOptions)
      // Listened to from the start: the first message may come with the answer to the upgrade.
      const open = openSocket(socket, signal, timing)
      try {
        await opened(socket, signal)
        return open
      } catch (error) {
        open[Symbol.dispose]()
        throw error
      }
    },
  }
}

function opened(socket: WebSocket, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', onAbort)
      reject(error)
    }
    const onAbort = () => fail(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    // Heard for as long as the socket lives: what fails later is told by its close.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      fail(connectionLost(`The connection failed (${codeOf(error)}).`)),
    )
    socket.once('unexpected-response', (request, { statusCode = 0, headers }) => {
      request.destroy()
      fail(
        upgradeRefused(
          statusCode,
          dictatedWaitMs(headers['retry-after'], 1_000, Date.parse(headers.date ?? '')) ?? undefined,
        ),
      )
    })
    socket.once('open', () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    })
  })
}

const codeOf = ({ code, message }: NodeJS.ErrnoException) => code ?? message.slice(0, 60)

function openSocket(socket: WebSocket, signal: AbortSignal, { pingMs, silentMs }: SocketTiming): Socket {
  let waiting: string[] = []
  let chars = 0
  let closed: Socket['closed'] = null
  let failure: StreamClosed | undefined
  let heardAtMs = performance.now()
  const news = new EventTarget()
  const tell = () => news.dispatchEvent(new Event('news'))
  const heard = () => {
    heardAtMs = performance.now()
  }
  socket.on('message', (data: Buffer) => {
    heard()
    const text = textOf(data)
    waiting.push(text)
    chars += text.length
    if (waiting.length >= MAX_WAITING || chars >= MAX_WAITING_CHARS) socket.pause()
    tell()
  })
  socket.on('ping', heard)
  socket.on('pong', heard)
  socket.on('close', (code, reason) => {
    clearInterval(timer)
    // 1006 is nobody's word: the connection broke.
    if (code === 1006) failure ??= connectionLost('The connection was cut.', code)
    else closed = { code, reason: textOf(reason).slice(0, 200) }
    tell()
  })
  const timer = setInterval(() => {
    // Nothing is heard before the upgrade, which has a limit of its own, and while the vendor has to wait for us.
    if (socket.readyState === WebSocket.CONNECTING || socket.isPaused) return heard()
    if (performance.now() - heardAtMs < silentMs) return socket.ping()
    failure = connectionLost(`The PMS has said nothing for ${Math.round(silentMs / 1_000)} seconds.`)
    socket.terminate()
  }, pingMs).unref()
  signal.addEventListener('abort', tell)
  const isOver = () => closed !== null || failure !== undefined
  const nextNews = (withinMs: number | undefined) =>
    new Promise<void>((resolve) => {
      const timeout = withinMs === undefined ? undefined : setTimeout(tell, withinMs)
      const listener = () => {
        clearTimeout(timeout)
        resolve()
      }
      news.addEventListener('news', listener, { once: true })
    })

  return {
    get closed() {
      return closed
    },
    send: (message) => socket.send(JSON.stringify(message), () => {}),
    async read(withinMs) {
      if (waiting.length === 0 && !isOver() && !signal.aborted) await nextNews(withinMs)
      signal.throwIfAborted()
      if (waiting.length === 0 && !isOver()) return []
      if (waiting.length === 0 && failure !== undefined) throw failure
      if (waiting.length === 0) return null
      const read = waiting
      waiting = []
      chars = 0
      socket.resume()
      return read
    },
    async leave(message) {
      if (isOver()) return
      socket.send(JSON.stringify(message), () => {})
      socket.resume()
      const over = new Promise<void>((resolve) => socket.once('close', () => resolve()))
      await settledWithin(LEAVE_MS, over)
    },
    [Symbol.dispose]() {
      clearInterval(timer)
      signal.removeEventListener('abort', tell)
      socket.terminate()
    },
  }
}
