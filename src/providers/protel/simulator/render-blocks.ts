import { dayNumber, dayOf } from '../../../records/days.ts'
import { instantOf } from '../../local-time.ts'
import type { RecordInputs } from '../../provider.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { WireRoomBlock } from '../wire.ts'

type RoomBlock = SimulatedItems['roomBlocks']
interface Night {
  readonly firstNight: string
  readonly lastNight: string | null
}

/** Only what is closed for repairs is out of order. */
const kindOf = ({ kind }: Pick<RoomBlock, 'kind'>): RoomBlock['kind'] =>
  kind === 'OUT_OF_ORDER' ? kind : 'OUT_OF_SERVICE'

/** Three weeks longer than elsewhere, so that none has ended: the connector shows those of the days that it is asked for. */
const lastNightOf = ({ firstNight, lastNight }: Night) => dayOf(dayNumber(lastNight ?? firstNight) + 21)

const atThree = (day: string, zone: string) => instantOf(`${day} 15:00:00`, zone)
const endOf = (block: Night, zone: string) => atThree(dayOf(dayNumber(lastNightOf(block)) + 1), zone)

export function renderRoomBlock(block: RoomBlock, { timeZone }: SimulatedProperty): WireRoomBlock {
  return {
    id: block.externalId,
    roomId: block.roomExternalId,
    kind: kindOf(block) === 'OUT_OF_ORDER' ? 'OUT_OF_ORDER' : 'OFF_MARKET',
    from: atThree(block.firstNight, timeZone)?.toISOString() ?? '',
    to: endOf(block, timeZone)?.toISOString() ?? null,
    reason: block.reason,
  }
}

/** What a record can still say of one. */
export function roomBlockFacts(
  {
    externalId = '',
    roomExternalId = '',
    kind = 'HOLD',
    firstNight = '',
    lastNight = null,
    reason = null,
  }: Partial<RecordInputs['roomBlocks']>,
  { timeZone }: SimulatedProperty,
) {
  const night = { firstNight, lastNight }
  return {
    ...{ externalId, roomExternalId, firstNight, reason, kind: kindOf({ kind }) },
    lastNight: lastNightOf(night),
    startsAt: atThree(firstNight, timeZone),
    endsAt: endOf(night, timeZone),
  }
}
