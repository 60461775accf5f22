import { useSyncExternalStore } from 'react'
import { type Claims, may, type Permission, readClaims } from './claims.ts'

export interface Session {
  readonly token: string
  readonly viewer: Claims
}

/** What a link wants to sign in with while somebody else is signed in. */
export interface ProposedSession {
  readonly token: string
  readonly subject: string
}

export interface SessionState {
  /** null: somebody has to sign in. */
  readonly session: Session | null
  /** Why, when there was a session before or a token was refused. */
  readonly message: string | null
  /** Waits for an answer: a link alone does not replace who is signed in. */
  readonly proposed?: ProposedSession
}

/** The page to try queries on knows the same key; both forget when the tab is closed. */
const STORED = 'token'
const EXPIRED = 'Your token has expired. Sign in again to continue where you left off.'
const NO_TOKEN = 'This is not a valid token. Copy the whole token.'
/** Longest time that a timer can take. */
const MAX_TIMER_MS = 2 ** 31 - 1

let state = open(sessionStorage.getItem(STORED))
let timer = 0
const listeners = new Set<() => void>()

/**
 * Signs in with the token of an address that ends in `#token=…` and takes it off the address at once. Who is signed in
 * already is asked first.
 */
export function takeTokenFromAddress(): void {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) {
    history.replaceState(history.state, '', location.pathname + location.search)
    follow(token)
  }
  endInTime()
}

function follow(token: string): void {
  const { session } = state
  if (session === null) signIn(token)
  else if (token !== session.token) propose(token)
}

/** A link whose token is none any more changes nothing. */
function propose(token: string): void {
  const { session } = open(token)
  if (session !== null) change({ ...state, proposed: { token, subject: session.viewer.subject } })
}

/** Keeps who is signed in, whatever the link wanted. */
export function dismissProposed(): void {
  const { proposed, ...kept } = state
  change(kept)
}

export function signIn(token: string): void {
  change(open(token.trim().replace(/^Bearer +/i, '')))
}

export function signOut(): void {
  change({ session: null, message: null })
}

/** When the service does not accept the token any more. */
export function expireSession(message = EXPIRED): void {
  if (state.session !== null) change({ session: null, message })
}

export function useSession(): SessionState {
  return useSyncExternalStore(listen, () => state)
}

/** Who is signed in. Only for components that are shown to somebody who is. */
export function useViewer(): Claims & { may(permission: Permission): boolean } {
  const { session } = useSession()
  if (session === null) throw new Error('Nobody is signed in.')
  return { ...session.viewer, may: (permission) => may(session.viewer, permission) }
}

function open(token: string | null): SessionState {
  if (!token) return { session: null, message: null }
  const viewer = readClaims(token)
  if (viewer === null) return { session: null, message: NO_TOKEN }
  return viewer.expiresAt.getTime() <= Date.now()
    ? { session: null, message: EXPIRED }
    : { session: { token, viewer }, message: null }
}

function change(next: SessionState): void {
  state = next
  if (next.session === null) sessionStorage.removeItem(STORED)
  else sessionStorage.setItem(STORED, next.session.token)
  endInTime()
  for (const listener of listeners) listener()
}

function endInTime(): void {
  window.clearTimeout(timer)
  if (state.session === null) return
  const leftMs = state.session.viewer.expiresAt.getTime() - Date.now()
  if (leftMs <= MAX_TIMER_MS) timer = window.setTimeout(() => expireSession(), Math.max(leftMs, 0))
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
