import { PmsIntegrationError } from '../../errors.ts'
import type { Clock } from '../provider.ts'
import { Parked } from './parked.ts'

/** A bearer token as a vendor's token endpoint gave it. */
export interface AccessToken {
  readonly value: string
  /** Null when the vendor does not say. */
  readonly expiresAt: Date | null
}

/** The access token of one credential, shared by everything in this process that uses it. */
export interface AccessTokens {
  /**
   * Calls `work` with a live token. However many callers need a new one, `fetchToken` runs once; a token that the vendor
   * refuses (`PROVIDER_UNAUTHORIZED`) is replaced and `work` tried once more.
   */
  use<T>(fetchToken: () => Promise<AccessToken>, work: (token: string) => Promise<T>): Promise<T>
}

/** The tokens of a process, one for each provider and credential. Kept in memory only. */
export interface AccessTokenStore {
  /**
   * @param signal of the caller; when it aborts, others who waited for its fetch begin their own
   * @param canPark whether the caller lets go of long waits; one who does not is told what failed
   */
  of(key: string, signal: AbortSignal, canPark?: boolean): AccessTokens
}

/** Renewed this long before the vendor would refuse it. */
const RENEW_BEFORE_MS = 60_000

/** A fetch under way or done. */
interface Flight {
  readonly token: Promise<AccessToken>
  readonly signal: AbortSignal
}

export function createAccessTokenStore({ clock }: { clock: Clock }): AccessTokenStore {
  const flights = new Map<string, Flight>()
  const forget = (key: string, flight: Flight) => {
    if (flights.get(key) === flight) flights.delete(key)
  }
  const launch = async (key: string, signal: AbortSignal, fetchToken: () => Promise<AccessToken>) => {
    const flight: Flight = { token: fetchToken(), signal }
    flights.set(key, flight)
    flight.token.catch(() => forget(key, flight))
    await flight.token
    return flight
  }
  const live = async (key: string, signal: AbortSignal, fetchToken: () => Promise<AccessToken>): Promise<Flight> => {
    const flight = flights.get(key)
    if (flight === undefined) return launch(key, signal, fetchToken)
    const token = await flight.token.catch((error: unknown) => {
      if (flight.signal.aborted && !signal.aborted) return null
      throw error
    })
    if (token !== null && !isOver(token, clock)) return flight
    forget(key, flight)
    return live(key, signal, fetchToken)
  }
  return {
    of: (key, signal, canPark = false) => ({
      async use(fetchToken, work) {
        const flight = await live(key, signal, fetchToken).catch((error: unknown) => {
          throw error instanceof Parked && !canPark ? error.wait.failure : error
        })
        try {
          return await work((await flight.token).value)
        } catch (error) {
          if (!isRefusal(error)) throw error
          forget(key, flight)
          const renewed = await live(key, signal, fetchToken)
          return work((await renewed.token).value)
        }
      },
    }),
  }
}

const isOver = ({ expiresAt }: AccessToken, clock: Clock) =>
  expiresAt !== null && expiresAt.getTime() - RENEW_BEFORE_MS <= clock.now().getTime()

const isRefusal = (error: unknown) => error instanceof PmsIntegrationError && error.code === 'PROVIDER_UNAUTHORIZED'
