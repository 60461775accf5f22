import { Text } from '@mantine/core'
import { listTypes, pluralLabel } from '../../entities/registry.ts'
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

/** What a hotel cannot be run without has a column of its own. */
const MAIN: readonly PmsEntityType[] = ['BOOKING', 'ROOM', 'GUEST']
/** The worst first. */
const STATES = ['FAILING', 'STALE', 'LATE', 'NEVER', 'PAUSED', 'FRESH'] as const

/** A row a hotel and PMS: the freshness of its records, and when they were last complete. */
export function HotelsTable({ hotels }: { hotels: readonly FleetHotel[] }) {
  const { nameOf: pmsOf } = useProviderNames()
  const columns: Column<Line>[] = [
    { header: 'Hotel', cell: ({ hotel }) => <HotelName hotel={hotel} /> },
    { header: 'PMS', cell: (line) => <Provider line={line} name={pmsOf(line.provider ?? '')} /> },
    ...MAIN.map((entityType) => ({
      header: pluralLabel(entityType),
      cell: (line: Line) => <Cell line={line} entityType={entityType} />,
    })),
    { header: 'Everything else', cell: (line) => <OtherCells line={line} /> },
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

/** As one where all are the same, else by what is wrong with which. */
function OtherCells({ line: { hotel, provider } }: { line: Line }) {
  const others = hotel.freshness.filter((each) => each.provider === provider && !MAIN.includes(each.entityType))
  const groups = STATES.map((state) => others.filter((each) => each.state === state)).filter(({ length }) => length > 0)
  return (
    <div className={classes.line}>
      {groups.map((group) => {
        const oldest = group.flatMap(({ trueAsOf }) => trueAsOf ?? []).sort()[0]
        return (
          <div key={group[0]?.state} className={classes.line}>
            <StatusBadge status={group[0]?.state ?? 'NEVER'} />
            {groups.length > 1 ? (
              <Text span size="sm" maw={240}>
                {listTypes(group.map(({ entityType }) => entityType))}
              </Text>
            ) : (
              oldest && <TimeText at={oldest} timeZone={zoneOf(hotel)} />
            )}
          </div>
        )
      })}
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
