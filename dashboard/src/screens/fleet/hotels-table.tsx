import { Text } from '@mantine/core'
import { entityTypes, pluralLabel } from '../../entities/registry.ts'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatNumber } from '../../ui/values/format.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import classes from './fleet.module.css'
import { HotelLink } from './hotel-link.tsx'
import { type FleetHotel, nameOf, zoneOf } from './query.ts'

/** A hotel and one of its providers; null: it has none. */
interface Line {
  readonly hotel: FleetHotel
  readonly provider: string | null
}

/** A row a hotel and PMS, a column an entity: its freshness, and when it was last complete. */
export function HotelsTable({ hotels }: { hotels: readonly FleetHotel[] }) {
  const { nameOf: pmsOf } = useProviderNames()
  const columns: Column<Line>[] = [
    { header: 'Hotel', cell: ({ hotel }) => <HotelName hotel={hotel} /> },
    { header: 'PMS', cell: (line) => <Provider line={line} name={pmsOf(line.provider ?? '')} /> },
    ...entityTypes.map((entityType) => ({
      header: pluralLabel(entityType),
      cell: (line: Line) => <Cell line={line} entityType={entityType} />,
    })),
    { header: 'Arrivals today', isNumber: true, cell: ({ hotel }) => formatNumber(hotel.arrivalsToday) },
  ]
  return (
    <DataTable
      caption="Hotels and the freshness of their data"
      columns={columns}
      rows={hotels.flatMap(linesOf)}
      keyOf={({ hotel, provider }) => `${hotel.hotelId} ${provider}`}
    />
  )
}

function HotelName({ hotel }: { hotel: FleetHotel }) {
  return (
    <div className={classes.name}>
      <HotelLink hotel={hotel}>{nameOf(hotel)}</HotelLink>
    </div>
  )
}

function linesOf(hotel: FleetHotel): Line[] {
  const providers = new Set(hotel.freshness.map(({ provider }) => provider))
  return providers.size === 0 ? [{ hotel, provider: null }] : [...providers].map((provider) => ({ hotel, provider }))
}

function Provider({ line: { hotel, provider }, name }: { line: Line; name: string }) {
  if (provider === null) return <HotelLink hotel={hotel}>Connect a PMS</HotelLink>
  const paused = hotel.hotel.configurations?.nodes.find((each) => each.provider === provider && each.pausedAt)
  return (
    <div className={classes.line}>
      <span>{name}</span>
      {paused && (
        <Text span size="sm" c="dimmed" maw={200}>
          {['Paused', paused.pausedBy && `by ${paused.pausedBy}`].filter(Boolean).join(' ')}
          {paused.pausedReason && `: ${paused.pausedReason}`}
        </Text>
      )}
    </div>
  )
}

function Cell({ line: { hotel, provider }, entityType }: { line: Line; entityType: PmsEntityType }) {
  const found = hotel.freshness.find((each) => each.provider === provider && each.entityType === entityType)
  if (found === undefined)
    return (
      <Text span size="sm" c="dimmed">
        –
      </Text>
    )
  return (
    <div className={classes.line}>
      <StatusBadge status={found.state} />
      {found.trueAsOf && <TimeText at={found.trueAsOf} timeZone={zoneOf(hotel)} />}
    </div>
  )
}
