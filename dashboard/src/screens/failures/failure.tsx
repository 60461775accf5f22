import { useQuery } from '@apollo/client/react'
import { Stack } from '@mantine/core'
import { reload } from '../../api/reload.ts'
import { itemLabel } from '../../entities/registry.ts'
import { graphql } from '../../gql/gql.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { FailureFacts } from './failure-facts.tsx'
import { FailureMapping } from './failure-mapping.tsx'
import { ReplayButton } from './replay-button.tsx'
import { failureRoute } from './route.ts'

const document = graphql(`
  query Failure($id: ID!) {
    syncFailure(id: $id) {
      id
      hotelId
      provider
      entityType
      externalId
      syncLogId
      errorCode
      reason
      path
      fetchedAt
      createdAt
      resolvedAt
      resolution
      raw
      mapping {
        normalized
        issues {
          path
          rule
          message
        }
      }
      syncLog {
        id
        hotel {
          id
          pmsRegistration {
            name
            timeZone
          }
        }
      }
    }
  }
`)

/** One failed item: what the PMS sent, the mapped record, and the rules that it breaks. */
export function Failure() {
  const { failureId } = failureRoute.useParams()
  const query = useQuery(document, { variables: { id: failureId } })
  const failure = query.data?.syncFailure ?? null
  return (
    <Page
      title={failure ? itemLabel(failure) : 'Failed item'}
      actions={
        failure &&
        !failure.resolution && (
          <ReplayButton
            selection={{
              hotelId: failure.hotelId,
              provider: failure.provider,
              entityType: failure.entityType,
              failureIds: [failure.id],
            }}
            label="Replay this item"
            size="sm"
            onReplayed={() => void reload(query)}
          />
        )
      }
    >
      <PageState
        query={query}
        skeleton={<TableSkeleton rows={12} />}
        isEmpty={({ syncFailure }) => syncFailure === null}
        empty={<NoFailure />}
      >
        {({ syncFailure }) =>
          syncFailure && (
            <Stack gap={0}>
              <FailureFacts failure={syncFailure} />
              <FailureMapping failure={syncFailure} />
            </Stack>
          )
        }
      </PageState>
    </Page>
  )
}

function NoFailure() {
  return (
    <Notice title="Item not found" actions={<ButtonLink to="/syncs">Open the sync history</ButtonLink>}>
      It may have been deleted, or belong to a hotel that your account has no access to.
    </Notice>
  )
}
