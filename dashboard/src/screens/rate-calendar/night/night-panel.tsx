import { Drawer, Text, Title } from '@mantine/core'
import type { FramedHotel } from '../../../ui/page/hotel-frame.tsx'
import { TimeText } from '../../../ui/time/time-text.tsx'
import { Facts } from '../../../ui/values/facts.tsx'
import { formatDay, formatMoney } from '../../../ui/values/format.ts'
import { isStaleAt, restrictionsOf } from '../cell.ts'
import type { CalendarLine } from '../lines.ts'
import type { AvailabilitySeries, RateSeries } from '../query.ts'
import { NightHistory } from './night-history.tsx'

interface NightPanelProps {
  readonly hotel: FramedHotel
  readonly line: CalendarLine
  readonly night: string
  /** Its place in the month; -1: it is of another one. */
  readonly at: number
  readonly onClose: () => void
}

/** One night of a room type or a plan: all that is known of it, and what became of it. */
export function NightPanel({ hotel, line, night, at, onClose }: NightPanelProps) {
  const title = line.kind === 'plan' ? `${line.of} · ${line.name}` : line.name
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={`${title}, ${formatDay(night)}`}
      // As in `Dialog`: no style sheet that the policy forbids, no second banner.
      lockScroll={false}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      {at >= 0 && <KnownSince hotel={hotel} line={line} at={at} />}
      {at >= 0 && <Facts facts={line.kind === 'plan' ? rateFacts(line.series, at) : roomFacts(line.series, at)} />}
      <Title order={3} size="h5" mt="md" mb="xs">
        What changed
      </Title>
      <NightHistory hotel={hotel} line={line} night={night} />
      <Text size="sm" c="dimmed" mt="md">
        A PMS does not tell who changed it. It was changed between the two syncs that are named.
      </Text>
    </Drawer>
  )
}

/** As of when it is true, and whether that is too long ago. */
function KnownSince({ hotel, line: { series }, at }: Pick<NightPanelProps, 'hotel' | 'line' | 'at'>) {
  const trueAsOf = series?.trueAsOf[at]
  if (!trueAsOf) return null
  return (
    <Text size="sm" component="div" mb="xs">
      {isStaleAt(series, at) ? '~ Not up to date: as' : 'As'} the PMS had it{' '}
      <TimeText at={trueAsOf} timeZone={hotel.timeZone} />
    </Text>
  )
}

const said = (value: number | null | undefined) => (typeof value === 'number' ? value : 'not stated')

function roomFacts(series: AvailabilitySeries | null, at: number): [string, string | number][] {
  return [
    ['Left to sell', said(series?.available?.[at])],
    ['Sold', said(series?.sold?.[at])],
    ['Out of order', said(series?.outOfOrder?.[at])],
    ['Rooms', said(series?.physical?.[at])],
  ]
}

function rateFacts(series: RateSeries, at: number): [string, string | number][] {
  const { amounts, currency } = series
  const prices = (amounts ?? []).map((list, index): [string, string] => {
    const amount = list?.[at]
    const name = amounts?.length === 1 ? 'Price' : `Price for ${index + 1}`
    return [name, typeof amount === 'number' ? formatMoney(amount, currency) : 'not stated']
  })
  const restrictions = restrictionsOf(series, at).map(([, words]) => words)
  return [...prices, ['Restrictions', restrictions.join(', ') || 'none']]
}
