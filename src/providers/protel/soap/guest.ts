import { allAt, attributeOf, findDeep, firstAt, isTrue, type XmlElement } from './xml.ts'

/** protel's extension that says when a guest comes and goes; of the primary guest, or of the first who has one. */
export function stayInfoOf(reservation: XmlElement): XmlElement | undefined {
  const infos = allAt(reservation, 'ResGuests', 'ResGuest')
    .toSorted((a, b) => Number(isPrimary(b)) - Number(isPrimary(a)))
    .map(extensionOf)
  return infos.find((info) => info !== undefined)
}

/** The guests of a reservation in the connector's shape. */
export function guestsOf(reservation: XmlElement) {
  return allAt(reservation, 'ResGuests', 'ResGuest').map(guestOf)
}

function guestOf(guest: XmlElement) {
  const info = personOf(guest)
  const customer = firstAt(info, 'Profile', 'Customer')
  const person = firstAt(customer, 'PersonName')
  const profile = allAt(info, 'UniqueID').find((id) => attributeOf(id, 'Type') === '1')
  return {
    profileId: attributeOf(profile, 'ID'),
    givenName: textAt(person, 'GivenName'),
    surname: textAt(person, 'Surname'),
    email: textAt(customer, 'Email'),
    phone: attributeOf(firstAt(customer, 'Telephone'), 'PhoneNumber'),
    countryCode: attributeOf(firstAt(customer, 'Address', 'CountryName'), 'Code'),
    isPrimary: isPrimary(guest),
  }
}

/** Companies and travel agents have profiles as well; type 1 is a person. */
function personOf(guest: XmlElement): XmlElement | undefined {
  const infos = allAt(guest, 'Profiles', 'ProfileInfo')
  return infos.find((info) => attributeOf(firstAt(info, 'Profile'), 'ProfileType') === '1') ?? infos[0]
}

const extensionOf = (guest: XmlElement) => findDeep(firstAt(guest, 'TPA_Extensions'), 'StayInfo')

const isPrimary = (guest: XmlElement) =>
  isTrue(attributeOf(guest, 'PrimaryIndicator') ?? attributeOf(extensionOf(guest), 'PrimaryInd'))

const textAt = (element: XmlElement | undefined, name: string) => firstAt(element, name)?.text || null
