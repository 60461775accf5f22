import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { signIn } from './session.ts'

/** Asks for a bearer token. The development server prints an address that brings one along. */
export function SignIn({ message }: { message: string | null }) {
  const [token, setToken] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn(token)
  }
  return (
    <Center component="main" mih="100dvh" p="md">
      <title>Sign in · PMS adapter layer</title>
      <Paper component="form" onSubmit={submit} withBorder p="xl" w="100%" maw={440} shadow="sm">
        <Stack>
          <div>
            <Title order={1} size="h2">
              Sign in
            </Title>
            <Text c="dimmed" size="sm" mt={4}>
              See how your hotels are synced with their PMS.
            </Text>
          </div>
          {message !== null && (
            <Alert color="yellow" variant="outline" role="alert" c="var(--mantine-color-text)">
              {message}
            </Alert>
          )}
          <PasswordInput
            label="Access token"
            description="From your administrator, or printed by “npm start” on your own machine."
            value={token}
            onChange={(event) => setToken(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the token' }}
            autoComplete="off"
            spellCheck={false}
            required
            data-autofocus
          />
          <Button type="submit">Sign in</Button>
          <Text c="dimmed" size="xs">
            The token is kept in this tab only and removed when you close it.
          </Text>
        </Stack>
      </Paper>
    </Center>
  )
}
