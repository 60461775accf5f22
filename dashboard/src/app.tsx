import { ApolloProvider } from '@apollo/client/react'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { createApi } from './api/client.ts'
import { router } from './router.ts'
import { expireSession, type Session, useSession } from './session/session.ts'
import { SignIn } from './session/sign-in.tsx'
import { SwitchAccount } from './session/switch-account.tsx'
import { cssVariables, styleNonce, theme } from './theme.ts'

/** Signs in where it is: the address stays, so whoever comes back after an expired token is where they were. */
export function App() {
  const { session, message, proposed } = useSession()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-right" />
      {session !== null && proposed && <SwitchAccount proposed={proposed} />}
      {session === null ? <SignIn message={message} /> : <SignedIn key={session.token} session={session} />}
    </MantineProvider>
  )
}

/** A client a token: nothing that one viewer has read is left for the next. */
function SignedIn({ session }: { session: Session }) {
  const client = useMemo(() => createApi({ token: session.token, onUnauthenticated: expireSession }), [session])
  return (
    <ApolloProvider client={client}>
      <RouterProvider router={router} />
    </ApolloProvider>
  )
}
