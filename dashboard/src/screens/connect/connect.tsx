import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { HotelFilter } from '../../ui/filters/hotel-filter.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { AddHotel } from './add-hotel.tsx'
import { ChooseProvider } from './choose-provider.tsx'
import { connectRoute } from './route.ts'

/** The way from nothing to a connected PMS: the hotel, the PMS, then its form. */
export function Connect() {
  const { hotel } = connectRoute.useSearch()
  const navigate = connectRoute.useNavigate()
  const [isAdding, setAdding] = useState(false)
  const choose = (hotelId: string | undefined) => {
    setAdding(false)
    void navigate({ search: { hotel: hotelId } })
  }
  return (
    <Page title="Connect a PMS">
      <Section title="1. Hotel" description="Choose a registered hotel or add one.">
        {isAdding ? (
          <AddHotel onAdded={choose}>
            <Button variant="default" onClick={() => setAdding(false)}>
              Cancel
            </Button>
          </AddHotel>
        ) : (
          <Group align="flex-end">
            <HotelFilter value={hotel} onChange={choose} placeholder="Choose one" />
            <PermissionButton variant="default" onClick={() => setAdding(true)}>
              Add a hotel
            </PermissionButton>
          </Group>
        )}
      </Section>
      {hotel !== undefined && !isAdding && <ChooseProvider hotelId={hotel} />}
    </Page>
  )
}
