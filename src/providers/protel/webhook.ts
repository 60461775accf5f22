import type { PmsIntegrationError } from '../../errors.ts'
import type { ProviderContext, ProviderWebhook, WebhookRequest } from '../provider.ts'
import { connectorEventOf } from './connector/event.ts'
import { HEADER, verifyBearer, verifySignature } from './connector/signature.ts'
import { protelSettings } from './settings.ts'
import { acknowledgement, businessAnswer, SOAP_TYPE } from './soap/answer.ts'
import { eventsOf } from './soap/events.ts'
import { isXml, messageOf } from './soap/message.ts'

/** Takes the connector's signed JSON and protel I/O's own SOAP messages on the same address. */
export const webhook: ProviderWebhook = {
  headerNames: [HEADER, 'authorization'],
  setup: `JSON of the connector is signed in ${HEADER}; SOAP messages of protel I/O bring their bearer token in authorization.`,
  verify: (request, secrets, clock) =>
    isXml(request) ? verifyBearer(request, secrets) : verifySignature(request, secrets, clock),
  parse: (request) => (isXml(request) ? eventsOf(messageOf(request)) : [connectorEventOf(request)]),
  answer: (request) => (isXml(request) ? acknowledgement(messageOf(request)) : RECEIVED),
  reply,
}

const RECEIVED = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"received":true}' }

/**
 * Posts the business answer to protel I/O, which waits for one to each of its messages. The token that came with the
 * message goes back with the answer: there is one for each hotel and service.
 */
async function reply(ctx: ProviderContext, request: WebhookRequest, failure: PmsIntegrationError | null) {
  const { ioUrl } = protelSettings.parse(ctx.settings)
  if (ioUrl === undefined || !isXml(request)) return
  const answer = businessAnswer(messageOf(request), failure && `Not processed (${failure.code})`, ctx.clock)
  if (answer === null) return
  const { authorization } = request.headers
  await ctx.http.send({
    method: 'POST',
    url: ioUrl,
    headers: { 'content-type': SOAP_TYPE, soapaction: answer.name, ...(authorization && { authorization }) },
    body: answer.xml,
  })
}
