import type { ReactNode } from 'react'
import { Notice } from '../../ui/page/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { SteadyNotice } from '../../ui/table/steady-notice.tsx'
import { useSteadyRows } from '../../ui/table/steady-rows.ts'
import { formatCount } from '../../ui/values/format.ts'
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
      description={`${formatCount(total, 'hotel')}, the most urgent first. The time is when the data was last complete.`}
      actions={<SteadyNotice changes={steady.changes} onShow={steady.show} />}
    >
      {steady.rows.length === 0 ? (
        <Notice title="No hotel matches">Remove a filter to see more.</Notice>
      ) : (
        <HotelsTable hotels={steady.rows} />
      )}
      {children}
    </Section>
  )
}
