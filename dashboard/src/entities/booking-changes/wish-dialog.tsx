import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { AskDialog } from '../changes/ask-dialog.tsx'
import { useKnown } from '../changes/value-names.ts'
import { ACTIONS } from '../changes/words.ts'
import type { Booking, Wish } from './wishes.ts'

interface WishDialogProps {
  readonly wish: Wish
  readonly booking: Booking
  readonly onClose: () => void
  readonly onSent: () => void
}

/** Asks for a change of a booking. */
export function WishDialog({ wish, booking, onClose, onSent }: WishDialogProps) {
  const { hotelId, id: bookingId, provider } = booking
  const client = useApolloClient()
  // As it was opened: that is what the person saw, whatever comes meanwhile.
  const [seen] = useState(booking)
  const known = useKnown({ hotelId, provider }, wish.isOfRooms ?? false)
  return (
    <AskDialog
      title={ACTIONS[wish.action]}
      provider={provider}
      known={known}
      fields={(entered) =>
        wish.fields
          .filter(({ isNeeded }) => isNeeded?.(entered, seen) ?? true)
          .map(({ choices, ...field }) => ({ ...field, choices: choices?.(known) }))
      }
      first={Object.fromEntries(wish.fields.map(({ name, first }) => [name, first?.(seen) ?? '']))}
      hasReason
      ask={(entered, more) => wish.send(client, { hotelId, bookingId, ...more }, { entered, booking: seen, known })}
      onClose={onClose}
      onSent={onSent}
    />
  )
}
