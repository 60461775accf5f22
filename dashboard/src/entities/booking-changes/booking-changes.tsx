import { useApolloClient, useQuery } from '@apollo/client/react'
import { Group, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { useNews } from '../../api/news.ts'
import { reload } from '../../api/reload.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import type { Masking } from '../../ui/values/use-masking.ts'
import { ChangeActions } from '../changes/change-actions.tsx'
import { ChangeState } from '../changes/change-state.tsx'
import { changeProgressDocument } from '../changes/changed-document.ts'
import { ACTIONS, describeWish } from '../changes/words.ts'
import { bookingChangesDocument } from './documents.ts'
import { WishDialog } from './wish-dialog.tsx'
import { type Booking, WISHES, type Wish } from './wishes.ts'

interface BookingChangesProps {
  readonly booking: Booking
  readonly hotel: FramedHotel
  readonly masking: Masking
}

/** What can be changed of a booking at its PMS, and what became of what was asked for. */
export function BookingChanges({ booking, hotel, masking }: BookingChangesProps) {
  const { hotelId, id: bookingId, provider, status, deletedAt } = booking
  const client = useApolloClient()
  const { nameOf } = useProviderNames()
  const [wish, setWish] = useState<Wish | null>(null)
  const query = useQuery(bookingChangesDocument, { variables: { hotelId, bookingId } })
  const refresh = () => {
    void reload(query)
    // What the PMS says of the booking follows its changes.
    void client.refetchQueries({ include: ['Booking'] }).catch(() => {})
  }
  useNews(changeProgressDocument, hotelId, refresh)
  return (
    <Section title={`Change in ${nameOf(provider)}`}>
      <PageState query={query} skeleton={<Skeleton height={90} role="status" aria-label="Loading" />}>
        {({ configurations, changes }) => {
          const account = configurations.nodes.find((each) => each.provider === provider)
          const offered = WISHES.filter(
            ({ action, from }) => account?.actions.includes(action) && from.includes(status),
          )
          const blocked = deletedAt ? 'The PMS no longer has this booking.' : blockedBy(account)
          return (
            <>
              {blocked && <Text mb="sm">{blocked}</Text>}
              {!blocked && offered.length === 0 && <Text mb="sm">Nothing of it can be changed from here.</Text>}
              <Group gap="xs" mb="sm">
                {offered.map((each) => (
                  <PermissionButton
                    key={each.action}
                    variant="default"
                    blocked={blocked}
                    onClick={() => setWish(each)}
                  >{`${ACTIONS[each.action]} …`}</PermissionButton>
                ))}
              </Group>
              {changes.nodes.map((change) => (
                <Group key={change.id} justify="space-between" align="flex-start" mt="sm" data-change={change.action}>
                  <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
                    <Text fw={600}>{ACTIONS[change.action]}</Text>
                    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                      {describeWish(change, masking.isShown)}
                    </Text>
                    {change.undoOf && <Text size="sm">Takes back an earlier one</Text>}
                    <Text size="sm" c="dimmed" component="div">
                      <TimeText at={change.createdAt} timeZone={hotel.timeZone} /> by {change.requestedBy}
                    </Text>
                  </div>
                  <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
                    <ChangeState change={change} timeZone={hotel.timeZone} />
                    <ChangeActions change={change} onDone={refresh} />
                  </div>
                </Group>
              ))}
              <Text size="sm" mt="sm">
                <TextLink to="/hotels/$hotelId/changes" params={{ hotelId }} underline="always">
                  All changes of the hotel
                </TextLink>
              </Text>
              {wish && (
                <WishDialog
                  key={wish.action}
                  wish={wish}
                  booking={booking}
                  onClose={() => setWish(null)}
                  onSent={refresh}
                />
              )}
            </>
          )
        }}
      </PageState>
    </Section>
  )
}

function blockedBy(account: { readonly enabled: boolean; readonly writeEnabled: boolean } | undefined) {
  if (account === undefined) return 'The hotel is no longer connected to this PMS.'
  if (!account.writeEnabled) return 'Changes at this PMS are switched off in its configuration.'
  return account.enabled ? undefined : 'The connection is paused: resume it to change bookings.'
}
