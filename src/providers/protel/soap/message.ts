import { badUserInput } from '../../../errors.ts'
import { textOf } from '../../../platform/body-text.ts'
import type { WebhookRequest } from '../../provider.ts'
import { allAt, attributeOf, firstAt, parseXml, type XmlElement } from './xml.ts'

/** A protel I/O message: OTA, HTNG or protel's own. */
export interface ProtelMessage {
  /** Such as `OTA_HotelResNotifRQ`. */
  readonly name: string
  readonly namespace: string | null
  /** Ties the business answer to it. */
  readonly correlationId: string | null
  readonly echoToken: string | null
  readonly timeStamp: string | null
  readonly propertyId: string | null
  readonly body: XmlElement
}

const NAME = /^(OTA|HTNG|IO)_\w+(RQ|RS)$/
const LONGEST_ID = 64

/** Whether a request carries XML, whatever its content type says. */
export const isXml = ({ body }: WebhookRequest) => /^\s*</.test(textOf(body.subarray(0, 64)))

/**
 * Reads a message, with or without its SOAP envelope.
 * @throws PmsIntegrationError BAD_USER_INPUT
 */
export function messageOf({ headers, body: bytes }: WebhookRequest): ProtelMessage {
  const root = parseXml(bytes, headers['content-type'])
  const body = root.name === 'Envelope' ? firstAt(root, 'Body')?.children[0] : root
  if (body === undefined || !NAME.test(body.name)) throw badUserInput('body', 'This is not a message of protel I/O.')
  const inHeader = allAt(root, 'Header', 'CorrelationID').map(({ text }) => text || null)
  const ids = [attributeOf(body, 'CorrelationID'), ...inHeader, headers.correlationid?.trim() || null]
  const correlationId = ids.find((id) => id !== null) ?? null
  if ((correlationId?.length ?? 0) > LONGEST_ID) throw badUserInput('CorrelationID', 'The CorrelationID is too long.')
  return {
    name: body.name,
    namespace: body.namespace,
    correlationId,
    echoToken: attributeOf(body, 'EchoToken'),
    timeStamp: attributeOf(body, 'TimeStamp'),
    propertyId: propertyOf(body),
    body,
  }
}

/** Where the several messages say which hotel they are about. */
function propertyOf(body: XmlElement): string | null {
  const requestors = allAt(body, 'POS', 'Source', 'RequestorID')
  const stay = firstAt(body, 'HotelReservations', 'HotelReservation', 'RoomStays', 'RoomStay', 'BasicPropertyInfo')
  return (
    attributeOf(
      requestors.find((one) => attributeOf(one, 'Type') === '10'),
      'ID',
    ) ??
    attributeOf(firstAt(body, 'PropertyInfo'), 'HotelCode') ??
    attributeOf(stay, 'HotelCode')
  )
}
