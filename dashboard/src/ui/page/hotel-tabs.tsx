import { Link } from '@tanstack/react-router'
import { listedTypes, pluralLabel, slugOf } from '../../entities/registry.ts'
import { ConflictCount } from './conflict-count.tsx'
import classes from './hotel-tabs.module.css'

const EXACT = { exact: true, includeSearch: false }
const WITH_DETAILS = { includeSearch: false }

/** The ways to the parts of a hotel. */
export function HotelTabs({ hotelId }: { hotelId: string }) {
  const params = { hotelId }
  return (
    <nav aria-label="Hotel" className={classes.tabs}>
      <Link to="/hotels/$hotelId" params={params} activeOptions={EXACT}>
        Overview
      </Link>
      <Link to="/hotels/$hotelId/floors" params={params} activeOptions={EXACT}>
        Floor board
      </Link>
      <Link to="/hotels/$hotelId/maintenance" params={params} activeOptions={EXACT}>
        Maintenance
      </Link>
      <Link to="/hotels/$hotelId/calendar" params={params} activeOptions={EXACT}>
        Rates and availability
      </Link>
      <Link to="/hotels/$hotelId/channels" params={params} activeOptions={EXACT}>
        Channels
      </Link>
      <Link to="/hotels/$hotelId/changes" params={params} activeOptions={EXACT}>
        Changes
      </Link>
      <Link to="/hotels/$hotelId/conflicts" params={params} activeOptions={WITH_DETAILS}>
        Conflicts
        <ConflictCount hotelId={hotelId} />
      </Link>
      <Link to="/hotels/$hotelId/change-sets" params={params} activeOptions={WITH_DETAILS}>
        Sets of changes
      </Link>
      {listedTypes.map((type) => (
        <Link
          key={type}
          to="/hotels/$hotelId/$entities"
          params={{ hotelId, entities: slugOf(type) }}
          activeOptions={WITH_DETAILS}
        >
          {pluralLabel(type)}
        </Link>
      ))}
      <Link to="/syncs" search={{ hotel: hotelId }}>
        Syncs
      </Link>
      <Link to="/webhooks" search={{ hotel: hotelId }}>
        Webhooks
      </Link>
    </nav>
  )
}
