// `id`, `Id`, `guestID`, `reservation_id`, `roomIds`, `ResID_Value`; not `paid`, `valid` or `cid`, which is a card's code.
const IDENTIFIER = /^(id|Id|ID|uuid|UUID)s?$|[_-](id|ID|uuid)s?$|[a-z0-9_-](Id|ID|Uuid|UUID)s?(_Value)?$/

/** Whether a field of this name holds the id of something, which says what it says whatever it looks like. */
export const isIdentifierKey = (key: string): boolean => IDENTIFIER.test(key)
