import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Configuration } from '../entities/configuration.ts'
import { PmsConfiguration } from '../schema/configuration.ts'
import { PmsStream } from '../schema/stream.ts'
import type { ApiContext } from './access/context.ts'

@Resolver(() => PmsConfiguration)
export class StreamResolver {
  @FieldResolver(() => PmsStream, {
    nullable: true,
    description: 'The connection that the PMS tells of changes over; null for a provider without streams.',
  })
  async stream(
    @Root() { id, provider }: Configuration,
    @Ctx() { loaders, listProviders }: ApiContext,
  ): Promise<PmsStream | null> {
    const adapter = listProviders().find(({ key }) => key === provider)
    return adapter?.stream === undefined ? null : loaders.streamStatus.load(id)
  }
}
