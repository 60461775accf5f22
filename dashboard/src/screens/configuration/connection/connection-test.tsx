import { Alert, Group, List, Loader, Text } from '@mantine/core'
import { StatusBadge } from '../../../ui/values/status-badge.tsx'
import type { ConnectionProps } from './connection.tsx'
import { adviceFor } from './test-advice.ts'
import type { TestResult } from './use-connection-test.ts'
import { UseZone } from './use-zone.tsx'

export interface ConnectionTestProps {
  readonly account: ConnectionProps
  /** null: not tried yet */
  readonly result: TestResult | null
  readonly isTesting: boolean
}

/** The result of a test, step by step, and what to do about it. */
export function ConnectionTest({ account, result, isTesting }: ConnectionTestProps) {
  const { name } = account.provider
  return (
    <div role="status" aria-label="Connection test">
      {isTesting && (
        <Group gap="xs">
          <Loader size="xs" aria-hidden />
          <Text size="sm">Testing {name} … this takes up to 20 seconds.</Text>
        </Group>
      )}
      {result !== null && <Result account={account} result={result} />}
    </div>
  )
}

function Result({ account, result: { answer, error } }: { account: ConnectionProps; result: TestResult }) {
  const { name } = account.provider
  const hasWarning = answer?.steps?.some(({ outcome }) => outcome === 'WARNING') ?? false
  const { title, advice } = error === null ? accepted(name, answer?.propertyName) : adviceFor(error, name)
  return (
    <Alert
      title={title}
      color={error !== null ? 'red' : hasWarning ? 'orange' : 'teal'}
      variant="outline"
      c="var(--mantine-color-text)"
      role="note"
    >
      <Text size="sm">{advice}</Text>
      {answer?.steps && <Steps steps={answer.steps} />}
      {hasWarning && answer?.propertyTimeZone && <UseZone account={account} timeZone={answer.propertyTimeZone} />}
      {error !== null && (
        <Text size="xs" c="dimmed" mt="xs">
          {[error.code, error.requestId].filter(Boolean).join(' · ')}
        </Text>
      )}
    </Alert>
  )
}

const accepted = (name: string, property: string | null | undefined) => ({
  title: 'The connection works',
  advice: property
    ? `${name} knows this property as “${property}”. Is it the right one?`
    : `${name} accepts the connection.`,
})

type Step = NonNullable<NonNullable<TestResult['answer']>['steps']>[number]

function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <List listStyleType="none" mt="sm" spacing={6} type="ordered">
      {steps.map(({ name, detail, outcome }) => (
        <List.Item key={name}>
          <Group gap="xs" align="baseline">
            <StatusBadge status={outcome} />
            <Text size="sm">
              <b>{name}</b> · {detail}
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  )
}
