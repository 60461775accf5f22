import { graphql } from '../../gql/gql.ts'
import type { RoomTypeQuery } from '../../gql/graphql.ts'
import { Section } from '../../ui/page/section.tsx'
import { Facts } from '../../ui/values/facts.tsx'
import { describeFlag } from '../../ui/values/format.ts'
import type { FactsProps } from '../details/details-screen.tsx'
import { OriginFacts } from '../details/origin-facts.tsx'

export const roomTypeDetailsFragment = graphql(`
  fragment RoomTypeDetails on PmsRoomType {
    code
    name
    capacity
    roomCount
    sellable
  }
`)

type Row = NonNullable<RoomTypeQuery['row']>

export function RoomTypeFacts({ row: type, masking }: FactsProps<Row>) {
  return (
    <>
      <Section title={type.name}>
        <Facts
          facts={[
            ['Code', type.code ?? '–'],
            ['Maximum occupancy', type.capacity ?? '–'],
            ['Rooms', type.roomCount ?? '–'],
            ['Sold to guests', describeFlag(type.sellable)],
          ]}
        />
      </Section>
      <OriginFacts row={type} masking={masking} />
    </>
  )
}
