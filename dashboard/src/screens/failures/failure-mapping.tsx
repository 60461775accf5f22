import { Code, List, SimpleGrid, Text } from '@mantine/core'
import { useViewer } from '../../session/session.ts'
import { Notice } from '../../ui/page/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { JsonView } from '../../ui/values/json-view.tsx'
import { describeReason } from './describe-reason.ts'
import type { FailedItemDetail } from './failure-facts.tsx'

/** The failed rules, over what the PMS sent and the mapped record, with the fields at fault marked in both. */
export function FailureMapping({ failure: { raw, mapping, path } }: { failure: FailedItemDetail }) {
  const { may } = useViewer()
  if (!may('ADMIN_EDIT')) return <NotShown />
  const issues = mapping?.issues ?? []
  const paths = issues.flatMap((issue) => issue.path ?? []).concat(path ?? [])
  return (
    <>
      {mapping ? <Rules issues={issues} /> : <NoMapping />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Section title="What the PMS sent" description="Without secrets and card numbers.">
          <JsonView value={raw ?? null} marked={paths} />
        </Section>
        <Section title="Mapped record" description="With the current mapping.">
          {mapping?.normalized ? (
            <JsonView value={mapping.normalized} marked={paths} />
          ) : (
            <Text c="dimmed">It could not be mapped.</Text>
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
      <Section title="No rule fails any more">
        <Text>With the current mapping the item can be stored. Replay it.</Text>
      </Section>
    )
  }
  return (
    <Section title={issues.length === 1 ? 'Failed rule' : 'Failed rules'}>
      <List>
        {issues.map(({ path, rule, message }) => (
          <List.Item key={`${path} ${rule} ${message}`}>
            {describeReason({ path, reason: message })} {path && <Code>{path}</Code>} <Code>{rule}</Code>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

const NotShown = () => (
  <Notice title="The item is hidden for this account">
    The item may contain guests’ personal data. The permission ADMIN_EDIT is needed to see it.
  </Notice>
)

const NoMapping = () => (
  <Section title="Mapping not available">
    <Text>The hotel is no longer connected to this PMS, or the connection’s settings are incomplete.</Text>
  </Section>
)
