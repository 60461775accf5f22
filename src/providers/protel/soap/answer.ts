import type { Clock, WebhookAnswer } from '../../provider.ts'
import type { ProtelMessage } from './message.ts'
import { escapeXml } from './xml.ts'

export const SOAP_TYPE = 'application/soap+xml; charset=utf-8'

/** The technical answer: the message has arrived and is safe. It says nothing about the business in it. */
export function acknowledgement({ correlationId }: ProtelMessage): WebhookAnswer {
  return { status: 200, headers: { 'content-type': SOAP_TYPE }, body: envelope(correlationId, '') }
}

/** A business answer, ready to be posted: `OTA_HotelResNotifRS` to `OTA_HotelResNotifRQ`. */
export interface BusinessAnswer {
  /** Goes into the `SOAPAction` header. */
  readonly name: string
  readonly xml: string
}

/**
 * How a message fared, as the message that protel I/O waits for. Null for what is an answer itself.
 * @param failure what went wrong, in words that may leave the house; null: nothing did
 */
export function businessAnswer(message: ProtelMessage, failure: string | null, clock: Clock): BusinessAnswer | null {
  if (!message.name.endsWith('RQ')) return null
  const name = message.name.replace(/RQ$/, 'RS')
  const attributes = {
    ...(message.namespace !== null && { xmlns: message.namespace }),
    ...(message.echoToken !== null && { EchoToken: message.echoToken }),
    ...(message.correlationId !== null && { CorrelationID: message.correlationId }),
    TimeStamp: clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z'),
  }
  const result = failure === null ? '<Success/>' : `<Errors>${error(failure)}</Errors>`
  return { name, xml: envelope(message.correlationId, `<${name}${written(attributes)}>${result}</${name}>`) }
}

/** 188 is the code with which protel I/O itself reports a transaction that failed. */
const error = (failure: string) => `<Error${written({ Type: '1', Code: '188', ShortText: failure })}/>`

/** The correlation id stands in the header twice: protel's own and the one of HTNG's asynchronous exchange. */
function envelope(correlationId: string | null, body: string): string {
  const namespaces = ['http://htng.org/PWSWG/2007/02/AsyncHeaders', 'http://protel.io/soap']
  const ids = namespaces.map(
    (xmlns) => `<CorrelationID xmlns="${xmlns}">${escapeXml(correlationId ?? '')}</CorrelationID>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?><env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope">' +
    `<env:Header>${correlationId === null ? '' : ids.join('')}</env:Header><env:Body>${body}</env:Body></env:Envelope>`
  )
}

const written = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')
