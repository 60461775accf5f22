import { Alert, Group, List, Loader, Text } from '@mantine/core'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { adviceFor } from './test-advice.ts'
import type { TestResult } from './use-connection-test.ts'

export interface ConnectionTestProps {
  /** Of the system. */
  readonly name: string
  /** null: not tried yet */
  readonly result: TestResult | null
  readonly isTesting: boolean
}

/** What came of a test, step by step, and what to do about it. */
export function ConnectionTest({ name, result, isTesting }: ConnectionTestProps) {
  return (
    <div role="status" aria-label="Test of the connection">
      {isTesting && (
        <Group gap="xs">
          <Loader size="xs" aria-hidden />
          <Text size="sm">Asking {name} … it has up to 20 seconds.</Text>
        </Group>
      )}
      {result !== null && <Result name={name} result={result} />}
    </div>
  )
}

function Result({ name, result: { answer, refusal } }: { name: string; result: TestResult }) {
  const { title, advice } = refusal === null ? accepted(name, answer?.propertyName) : adviceFor(refusal, name)
  return (
    <Alert
      title={title}
      color={refusal === null ? 'teal' : 'red'}
      variant="outline"
      c="var(--mantine-color-text)"
      role="note"
    >
      <Text size="sm">{advice}</Text>
      {answer?.steps && <Steps steps={answer.steps} />}
      {refusal !== null && (
        <Text size="xs" c="dimmed" mt="xs">
          {[refusal.code, refusal.requestId].filter(Boolean).join(' · ')}
        </Text>
      )}
    </Alert>
  )
}

const accepted = (name: string, property: string | null | undefined) => ({
  title: 'The connection works',
  advice: property ? `${name} knows this property as “${property}”. Is it the right one?` : `${name} accepts it.`,
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
