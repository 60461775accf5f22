import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Configuration } from '../../entities/configuration.ts'
import { omitNullish } from '../../platform/omit-nullish.ts'
import { PmsConfiguration } from '../../schema/configuration.ts'
import { PmsConfigurationKey } from '../../schema/inputs/configuration.ts'
import { PmsWebhookSecretInput } from '../../schema/inputs/webhook.ts'
import type { Result } from '../../schema/payloads.ts'
import { PmsWebhookEndpoint, PmsWebhookSecretPayload, PmsWebhookTestPayload } from '../../schema/webhook.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'
import { describeEndpoint, webhookUrl } from './describe-endpoint.ts'

type HotelInput = { input: { hotelId: string } }
const ofInput = ({ input }: HotelInput) => input.hotelId

@Resolver(() => PmsConfiguration)
export class WebhookEndpointResolver {
  @FieldResolver(() => PmsWebhookEndpoint, {
    nullable: true,
    description: 'Where the PMS sends its webhooks; null for a provider without webhooks.',
  })
  async webhookEndpoint(
    @Root() configuration: Configuration,
    @Ctx() { loaders, listProviders, publicUrl }: ApiContext,
  ): Promise<PmsWebhookEndpoint | null> {
    const adapter = listProviders().find(({ key }) => key === configuration.provider)
    if (adapter?.webhook === undefined) return null
    const endpoint = await loaders.webhookEndpoint.load(configuration.id)
    return describeEndpoint(publicUrl(), adapter, configuration, endpoint)
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsWebhookSecretPayload, {
    description: 'Creates a new webhook URL and secret. The previous ones are accepted for `overlapHours` more.',
  })
  async rotateWebhookSecret(
    @Arg('input', () => PmsWebhookSecretInput, {
      description: 'The configuration, and for how long the previous secret stays valid.',
    })
    input: PmsWebhookSecretInput,
    @Ctx() { inbox, viewer, publicUrl }: ApiContext,
  ): Promise<Result<PmsWebhookSecretPayload>> {
    const { hotelId, provider, overlapHours, secret } = input
    const rotation = { hotelId, provider, actor: viewer?.subject ?? '', ...omitNullish({ overlapHours, secret }) }
    const rotated = await inbox.rotateKeys(rotation)
    return { ...rotated, url: webhookUrl(publicUrl(), provider, rotated.key) }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsWebhookTestPayload, {
    description: 'Sends a test event through the inbox, to check that events are stored and processed.',
  })
  async sendTestWebhook(
    @Arg('input', () => PmsConfigurationKey, { description: 'The configuration whose inbox receives the event.' })
    input: PmsConfigurationKey,
    @Ctx() { inbox, loaders, viewer }: ApiContext,
  ): Promise<Result<PmsWebhookTestPayload>> {
    const id = await inbox.sendTest({ ...input, actor: viewer?.subject ?? '' })
    return { event: await loaders.webhookEvent.load(id) }
  }
}
