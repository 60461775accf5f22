import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import { countStates, type RankedHotel, rankFleet, severityKey } from '../../insights/fleet/fleet.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { Hotel } from '../../schema/hotel.ts'
import { FleetArgs, PmsFleetFilter } from '../../schema/inputs/fleet.ts'
import { PmsFleetHotel, PmsFleetHotelConnection, PmsFleetStateCount } from '../../schema/insights/fleet.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'
import { connectionFromArray } from '../paging/connection.ts'

const ofViewer = Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
const LIST = { name: 'fleet', defaultOrder: { field: 'severity', direction: 'ASC' } } as const

@Resolver(() => PmsFleetHotel)
export class FleetResolver {
  @ofViewer
  @Query(() => PmsFleetHotelConnection, {
    description:
      'The viewer’s hotels by severity: the most severe state first, and within a state the one that has lasted longest.',
  })
  async fleet(
    @Args(() => FleetArgs) args: FleetArgs,
    @Ctx() { loaders, cursors }: ApiContext,
  ): Promise<Connection<PmsFleetHotel>> {
    const hotels = await matching(args.filter, loaders)
    const positionOf = (hotel: (typeof hotels)[number]) => ({ key: severityKey(hotel), id: hotel.hotelId })
    return connectionFromArray(hotels, positionOf, LIST, args, cursors)
  }

  @ofViewer
  @Query(() => [PmsFleetStateCount], {
    description: 'Number of the viewer’s hotels in each state, the most severe first.',
  })
  async fleetStates(
    @Arg('filter', () => PmsFleetFilter, { nullable: true, description: 'Only hotels that match.' })
    filter: PmsFleetFilter | null,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsFleetStateCount[]> {
    return countStates(await matching(filter, loaders))
  }

  @FieldResolver(() => Hotel, { description: 'The hotel with all of its data.' })
  hotel(@Root() { hotelId }: PmsFleetHotel): Hotel {
    return { id: hotelId }
  }

  @FieldResolver(() => Int, { description: 'Items that could not be stored and are not resolved.' })
  async openFailures(@Root() { hotelId }: PmsFleetHotel, @Ctx() { loaders }: ApiContext): Promise<number> {
    return (await loaders.openFailures()).get(hotelId) ?? 0
  }

  @FieldResolver(() => Int, {
    description: 'Changes that contradict what was changed at the PMS and wait for a person.',
  })
  async openConflicts(@Root() { hotelId }: PmsFleetHotel, @Ctx() { loaders }: ApiContext): Promise<number> {
    return (await loaders.undecidedChanges()).get(hotelId)?.conflicts ?? 0
  }

  @FieldResolver(() => Int, {
    description: 'Changes that may have reached the PMS, which does not tell: a person has to look there and say so.',
  })
  async unknownChanges(@Root() { hotelId }: PmsFleetHotel, @Ctx() { loaders }: ApiContext): Promise<number> {
    return (await loaders.undecidedChanges()).get(hotelId)?.unknown ?? 0
  }

  @FieldResolver(() => Int, {
    description: 'Number of bookings that arrive today in the hotel’s time zone, without cancelled ones and no-shows.',
  })
  arrivalsToday(@Root() { hotelId }: PmsFleetHotel, @Ctx() { loaders }: ApiContext): Promise<number> {
    return loaders.arrivalsToday.load(hotelId)
  }
}

async function matching(
  filter: PmsFleetFilter | null | undefined,
  loaders: ApiContext['loaders'],
): Promise<RankedHotel[]> {
  const { search, hasOpenFailures, hasStreamDown, hasUndecidedChanges, ...conditions } = filter ?? {}
  const found = search ? await loaders.hotelsBySearch.load(search) : null
  const failures = typeof hasOpenFailures === 'boolean' ? await loaders.openFailures() : null
  const down = typeof hasStreamDown === 'boolean' ? await loaders.streamsDown() : null
  const undecided = typeof hasUndecidedChanges === 'boolean' ? await loaders.undecidedChanges() : null
  return rankFleet(await loaders.fleet(), conditions).filter(
    ({ hotelId }) =>
      found?.has(hotelId) !== false &&
      (failures === null || failures.has(hotelId) === hasOpenFailures) &&
      (down === null || down.has(hotelId) === hasStreamDown) &&
      (undecided === null || undecided.has(hotelId) === hasUndecidedChanges),
  )
}
