import { graphql } from '../../gql/gql.ts'
import type { RatePlanQuery } from '../../gql/graphql.ts'
import { Section } from '../../ui/page/section.tsx'
import { Facts } from '../../ui/values/facts.tsx'
import { describeFlag, formatMoney, formatPercent } from '../../ui/values/format.ts'
import type { FactsProps } from '../details/details-screen.tsx'
import { OriginFacts } from '../details/origin-facts.tsx'
import { RowLink } from '../row-link.tsx'
import { PRICINGS } from './pricings.ts'

export const ratePlanDetailsFragment = graphql(`
  fragment RatePlanDetails on PmsRatePlan {
    code
    name
    currency
    taxIncluded
    pricing
    derivedFrom {
      kind
      value
      ratePlanExternalId
      ratePlan {
        id
        name
      }
    }
  }
`)

type Row = NonNullable<RatePlanQuery['row']>

export function RatePlanFacts({ row: plan, masking }: FactsProps<Row>) {
  const { hotelId, derivedFrom } = plan
  return (
    <>
      <Section title={plan.name}>
        <Facts
          facts={[
            ['Code', plan.code ?? '–'],
            ['Prices', plan.pricing ? PRICINGS[plan.pricing] : '–'],
            ['Currency', plan.currency ?? '–'],
            ['Prices include taxes', describeFlag(plan.taxIncluded)],
            [
              'Follows',
              derivedFrom?.ratePlan ? (
                <RowLink key="base" type="RATE_PLAN" hotelId={hotelId} id={derivedFrom.ratePlan.id}>
                  {derivedFrom.ratePlan.name}
                </RowLink>
              ) : (
                (derivedFrom?.ratePlanExternalId ?? '–')
              ),
            ],
            ['By', describeDerivation(plan)],
          ]}
        />
      </Section>
      <OriginFacts row={plan} masking={masking} />
    </>
  )
}

function describeDerivation({ derivedFrom, currency }: Pick<Row, 'derivedFrom' | 'currency'>): string {
  const { kind, value } = derivedFrom ?? {}
  if (typeof value !== 'number') return '–'
  if (kind === 'PERCENT') return formatPercent(value / 10_000)
  return currency ? formatMoney(value, currency) : '–'
}
