import { useViewer } from '../../session/session.ts'
import { Section } from '../../ui/page/section.tsx'
import { Facts } from '../../ui/values/facts.tsx'
import { Masked } from '../../ui/values/masked.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { RawJson } from '../../ui/values/raw-json.tsx'
import type { Masking } from '../../ui/values/use-masking.ts'

export interface OriginFactsProps {
  readonly row: {
    readonly provider: string
    readonly externalId: string
    readonly metadata?: Record<string, unknown> | null
    readonly syncError?: string | null
  }
  readonly masking: Masking
}

/** Where the record comes from, and the fields that only its PMS has. */
export function OriginFacts({ row: { provider, externalId, metadata, syncError }, masking }: OriginFactsProps) {
  const { nameOf } = useProviderNames()
  const mayEdit = useViewer().may('ADMIN_EDIT')
  return (
    <Section title="In the PMS">
      <Facts
        facts={[
          ['PMS', nameOf(provider)],
          ['Id in the PMS', externalId],
          ['Sync error', syncError],
          [
            'Other fields',
            metadata && masking.isShown ? (
              <RawJson key="facts" value={metadata} />
            ) : (
              <Masked key="facts" value={metadata && mayEdit ? '•' : null} masking={masking} isHidden />
            ),
          ],
        ]}
      />
    </Section>
  )
}
