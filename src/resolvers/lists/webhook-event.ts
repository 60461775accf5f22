import { type WebhookEventSummary, WebhookEventSummaryEntity } from '../../entities/webhook-event.ts'
import type { PmsWebhookEventFilter } from '../../schema/inputs/webhook.ts'
import type { List } from '../paging/list.ts'
import { within } from './conditions.ts'

export const webhookEventList: List<WebhookEventSummary, PmsWebhookEventFilter> = {
  name: 'webhookEvents',
  table: 'pms_webhook_event',
  entity: WebhookEventSummaryEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'id', direction: 'DESC' },
  where({ status, provider, eventType, externalId, receivedFrom, receivedTo }, bind) {
    return [
      status && `t.status = ANY(${bind(status)})`,
      provider && `t.provider = ${bind(provider)}`,
      eventType && `t.event_type = ${bind(eventType)}`,
      externalId && `t.subjects @> ${bind(JSON.stringify([{ externalId }]))}::jsonb`,
      ...within('t.received_at', { from: receivedFrom, to: receivedTo }, '<', bind),
    ]
  },
}
