import { useQuery } from '@apollo/client/react'
import { Skeleton } from '@mantine/core'
import { SET_FILTERS, TARGETS } from '../../../entities/changes/targets.ts'
import { WritesOff } from '../../../entities/changes/writes-off.tsx'
import { entities, pluralLabel, slugOf } from '../../../entities/registry.ts'
import type { NewSetQuery, PmsEntityType } from '../../../gql/graphql.ts'
import { ButtonLink } from '../../../ui/actions/link.tsx'
import { HotelFrame } from '../../../ui/page/hotel-frame.tsx'
import { Notice } from '../../../ui/page/notice.tsx'
import { PageState } from '../../../ui/page/page-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { newSetRoute } from '../route.ts'
import { Steps } from '../steps.tsx'
import { Chosen } from './chosen.tsx'
import { CsvSet } from './csv-set.tsx'
import { HowForm } from './how-form.tsx'
import { newSetDocument, newSetVariables } from './query.ts'
import type { NewSetSearch } from './search.ts'

/** The same change for many things: what is changed, and how; nothing is sent before it was looked at. */
export function NewSet() {
  const { hotelId } = newSetRoute.useParams()
  const search = newSetRoute.useSearch()
  return (
    <HotelFrame hotelId={hotelId} part="Change several">
      {() => (
        <>
          <Steps current="Choose" />
          {search.type === undefined || SET_FILTERS[search.type] === undefined ? (
            <>
              <ChooseList hotelId={hotelId} />
              <CsvSet hotelId={hotelId} />
            </>
          ) : (
            <Wish key={JSON.stringify(search)} hotelId={hotelId} type={search.type} search={search} />
          )}
        </>
      )}
    </HotelFrame>
  )
}

interface WishProps {
  readonly hotelId: string
  readonly type: PmsEntityType
  readonly search: NewSetSearch
}

function Wish({ hotelId, type, search }: WishProps) {
  const query = useQuery(newSetDocument, { variables: newSetVariables(hotelId, search) })
  return (
    <PageState query={query} skeleton={<Skeleton height={420} role="status" aria-label="Loading" />}>
      {(data) => {
        const count = search.ids?.length ?? countIn(data)
        const desks = data.configurations.nodes.map((account) => ({
          ...account,
          actions: account.actions.filter((action) => TARGETS[action] === type),
        }))
        const able = desks.filter(({ enabled, actions }) => enabled && actions.length > 0)
        return (
          <>
            <WritesOff hotelId={hotelId} accounts={desks} />
            <Section title="What is changed">
              <Chosen hotelId={hotelId} type={type} search={search} count={count} />
            </Section>
            {able.length === 0 ? (
              <Notice title={`Nothing can be done to ${entities[type].plural} from here`}>
                The PMS cannot, or it is not allowed in its configuration.
              </Notice>
            ) : (
              <HowForm hotelId={hotelId} search={search} count={count} desks={able} />
            )}
          </>
        )
      }}
    </PageState>
  )
}

/** Of the one list that was asked for. */
const countIn = ({ bookings, rooms, housekeeping, roomBlocks, maintenanceRequests }: NewSetQuery): number =>
  (bookings ?? rooms ?? housekeeping ?? roomBlocks ?? maintenanceRequests)?.totalCount ?? 0

function ChooseList({ hotelId }: { hotelId: string }) {
  const types = Object.keys(SET_FILTERS) as PmsEntityType[]
  return (
    <Section
      title="Rows of a list"
      description="Filter a list, then press “Change all that match”; or select some of its rows."
    >
      {types.map((type) => (
        <ButtonLink
          key={type}
          variant="default"
          mr="xs"
          mb="xs"
          to="/hotels/$hotelId/$entities"
          params={{ hotelId, entities: slugOf(type) }}
          search={{}}
        >
          {pluralLabel(type)}
        </ButtonLink>
      ))}
    </Section>
  )
}
