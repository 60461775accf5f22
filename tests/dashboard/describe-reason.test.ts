import { expect, test } from 'vitest'
import { describeReason } from '../../dashboard/src/screens/failures/describe-reason.ts'

test.each([
  ['roomNumber', 'Invalid input: expected string, received undefined', 'Room number is missing.'],
  ['check_in', 'Invalid input: expected date, received null', 'Check in is empty.'],
  [
    'confirmation',
    'Invalid input: expected string, received object (and 10 more)',
    'Confirmation must be text, but the PMS sent a group of fields. 10 more fields are wrong, too.',
  ],
  [
    'guest.name',
    'Too small: expected string to have >=1 characters (and 1 more)',
    /^Guest name is empty or too short\. 1 more field is/,
  ],
  ['status', 'Invalid option: expected one of "A"|"B"', 'Status has a value that is not known.'],
  ['checkOut', 'must not be before checkIn', 'Check out must not be before checkIn.'],
  [null, 'The PMS was away.', 'The PMS was away.'],
  [null, 'of another booking', 'Of another booking.'],
])('the reason of %s, “%s”, is a sentence', (path, reason, sentence) => {
  expect(describeReason({ path, reason })).toEqual(
    typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
  )
})
