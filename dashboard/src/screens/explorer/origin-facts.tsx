import { useViewer } from '../../session/session.ts'
import { Facts } from '../../ui/facts.tsx'
import { Personal, type PersonalData } from '../../ui/personal.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { Section } from '../../ui/section.tsx'
import { AsTheyCame } from './details.tsx'

export interface OriginFactsProps {
  readonly row: {
    readonly provider: string
    readonly externalId: string
    readonly metadata?: Record<string, unknown> | null
    readonly syncError?: string | null
  }
  readonly personal: PersonalData
}

/** Where it comes from, and what the system says beyond what every system does. */
export function OriginFacts({ row: { provider, externalId, metadata, syncError }, personal }: OriginFactsProps) {
  const { nameOf } = useProviderNames()
  const mayEdit = useViewer().may('ADMIN_EDIT')
  return (
    <Section title="In the system">
      <Facts
        facts={[
          ['System', nameOf(provider)],
          ['Its id there', externalId],
          ['Trouble', syncError],
          [
            'Further facts',
            metadata && personal.isShown ? (
              <AsTheyCame key="facts" value={metadata} />
            ) : (
              <Personal key="facts" value={metadata && mayEdit ? '•' : null} data={personal} isHidden />
            ),
          ],
        ]}
      />
    </Section>
  )
}
