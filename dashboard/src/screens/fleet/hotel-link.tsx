import { TextLink } from '../../ui/actions/link.tsx'
import type { FleetHotel } from './query.ts'

export const HotelLink = ({ hotel: { hotelId }, children }: { hotel: FleetHotel; children: string }) => (
  <TextLink to="/hotels/$hotelId" params={{ hotelId }}>
    {children}
  </TextLink>
)
