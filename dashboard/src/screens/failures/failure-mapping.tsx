import { Code, List, SimpleGrid, Text } from '@mantine/core'
import { useViewer } from '../../session/session.ts'
import { JsonView } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { FailedItemDetail } from './failure-facts.tsx'
import { fieldName } from './words.ts'

/** The rule that failed, over what came and what today's mapping makes of it, the fields at fault marked in both. */
export function FailureMapping({ failure: { raw, mapping, path } }: { failure: FailedItemDetail }) {
  const { may } = useViewer()
  if (!may('ADMIN_EDIT')) return <NotShown />
  const issues = mapping?.issues ?? []
  const paths = issues.flatMap((issue) => issue.path ?? []).concat(path ?? [])
  return (
    <>
      {mapping ? <Rules issues={issues} /> : <NoMapping />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Section title="What the system sent" description="Without secrets and card numbers.">
          <JsonView value={raw ?? null} marked={paths} />
        </Section>
        <Section title="What it becomes here" description="By today’s mapping.">
          {mapping?.normalized ? (
            <JsonView value={mapping.normalized} marked={paths} />
          ) : (
            <Text c="dimmed">Nothing: it could not be mapped.</Text>
          )}
        </Section>
      </SimpleGrid>
    </>
  )
}

type Issues = NonNullable<FailedItemDetail['mapping']>['issues']

function Rules({ issues }: { issues: Issues }) {
  if (issues.length === 0) {
    return (
      <Section title="Nothing is wrong any more">
        <Text>With today’s mapping the item can be stored. Replay it.</Text>
      </Section>
    )
  }
  return (
    <Section title={issues.length === 1 ? 'The rule that failed' : 'The rules that failed'}>
      <List>
        {issues.map(({ path, rule, message }) => (
          <List.Item key={`${path} ${rule} ${message}`}>
            {path && <strong>{fieldName(path)}: </strong>}
            {message} {path && <Code>{path}</Code>} <Code>{rule}</Code>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

const NotShown = () => (
  <Notice title="The item itself is not shown to this account">
    What a system sends may hold guests’ personal data. The permission ADMIN_EDIT is needed to see it.
  </Notice>
)

const NoMapping = () => (
  <Section title="It cannot be mapped now">
    <Text>The hotel is no longer connected to this system, or the connection’s settings are not complete.</Text>
  </Section>
)
