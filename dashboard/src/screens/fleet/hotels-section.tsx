import type { ReactNode } from 'react'
import { formatCount } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SteadyNotice } from '../../ui/steady-notice.tsx'
import { useSteadyRows } from '../../ui/steady-rows.ts'
import { HotelsTable } from './hotels-table.tsx'
import type { FleetHotel } from './query.ts'

export interface HotelsSectionProps {
  readonly hotels: readonly FleetHotel[]
  /** In the whole list. */
  readonly total: number
  /** Names the list: another filter or page is another list. */
  readonly list: string
  /** What is under the table. */
  readonly children: ReactNode
}

/** The hotels of this page, in the order in which they were when the page was opened. */
export function HotelsSection({ hotels, total, list, children }: HotelsSectionProps) {
  const steady = useSteadyRows(hotels, ({ hotelId }) => hotelId, list)
  return (
    <Section
      title="Hotels"
      description={`${formatCount(total, 'hotel')}, those first that need somebody soonest. The time says as of when all is known that the system had.`}
      actions={<SteadyNotice changes={steady.changes} onShow={steady.show} />}
    >
      {steady.rows.length === 0 ? (
        <Notice title="No hotel matches">Choose “All” in the filters to see every hotel.</Notice>
      ) : (
        <HotelsTable hotels={steady.rows} />
      )}
      {children}
    </Section>
  )
}
