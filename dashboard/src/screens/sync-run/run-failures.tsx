import { ButtonLink, TextLink } from '../../ui/actions/link.tsx'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { firstPage } from '../../ui/table/paging.ts'
import { FailuresTable } from '../failures/failures-table.tsx'
import { GroupsTable } from '../failures/groups-table.tsx'
import { FAILURE_STATES, type FailureSearch } from '../failures/search.ts'
import type { Run } from './describe-run.ts'
import { syncRunRoute } from './route.ts'

export interface RunFailuresProps {
  readonly run: Run
  readonly search: FailureSearch
  readonly onReplayed: () => void
}

/** What the run could not store: by cause, then item by item. */
export function RunFailures({ run, search, onReplayed }: RunFailuresProps) {
  const navigate = syncRunRoute.useNavigate()
  const move = (change: FailureSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const timeZone = run.hotel.pmsRegistration?.timeZone ?? 'UTC'
  if (run.failureGroups.length === 0) return null
  return (
    <>
      <Section title="Why items could not be stored" description="Fix the cause, then replay its items.">
        <GroupsTable
          groups={run.failureGroups}
          hotelId={run.hotel.id}
          timeZone={timeZone}
          syncLogId={run.id}
          onReplayed={onReplayed}
          linkTo={({ errorCode, path }, content) => (
            <TextLink from={syncRunRoute.fullPath} search={{ code: errorCode, path: path ?? undefined }} replace>
              {content}
            </TextLink>
          )}
        />
      </Section>
      <Section
        title="Failed items"
        actions={
          <>
            {search.code !== undefined && (
              <ButtonLink variant="default" from={syncRunRoute.fullPath} search={{}}>
                All causes
              </ButtonLink>
            )}
            <ChoiceFilter
              label="State"
              choices={FAILURE_STATES}
              value={search.state}
              onChange={(state) => move({ ...firstPage, state })}
            />
          </>
        }
      >
        <FailuresTable items={run.failures.nodes} timeZone={timeZone} />
        <Pager page={run.failures.pageInfo} onMove={move} />
      </Section>
    </>
  )
}
