import { Link } from '@tanstack/react-router'
import classes from './hotel-tabs.module.css'

const ACTIVE = { exact: true, includeSearch: false }

/** The ways to the parts of a hotel. */
export function HotelTabs({ hotelId }: { hotelId: string }) {
  const params = { hotelId }
  return (
    <nav aria-label="Hotel" className={classes.tabs}>
      <Link to="/hotels/$hotelId" params={params} activeOptions={ACTIVE}>
        Overview
      </Link>
      <Link to="/hotels/$hotelId/bookings" params={params} activeOptions={{ includeSearch: false }}>
        Bookings
      </Link>
      <Link to="/hotels/$hotelId/rooms" params={params} activeOptions={{ includeSearch: false }}>
        Rooms
      </Link>
      <Link to="/hotels/$hotelId/guests" params={params} activeOptions={{ includeSearch: false }}>
        Guests
      </Link>
      <Link to="/syncs" search={{ hotel: hotelId }}>
        Syncs
      </Link>
      <Link to="/webhooks" search={{ hotel: hotelId }}>
        Webhooks
      </Link>
    </nav>
  )
}
