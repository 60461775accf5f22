import { useQuery } from '@apollo/client/react'
import { List, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Entity } from '../../entities/entity.tsx'
import { entities, itemLabel } from '../../entities/registry.ts'
import { RowLink } from '../../entities/row-link.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { EventDetail } from './event-facts.tsx'
import type { Event } from './query.ts'

const SHOWN_MAX = 10

/** The rows that an event is about, with links to those that are stored. */
export function Subjects({ event }: { event: EventDetail }) {
  const { subjects } = event
  const hidden = subjects.length - SHOWN_MAX
  return (
    <Section title="Affected records">
      {subjects.length === 0 && <Text size="sm">None that are synced.</Text>}
      <List size="sm" listStyleType="none">
        {subjects.slice(0, SHOWN_MAX).map((subject) => (
          <List.Item key={`${subject.entityType} ${subject.externalId}`}>
            <SubjectLink event={event} subject={subject} />
          </List.Item>
        ))}
      </List>
      {hidden > 0 && <Text size="sm">and {hidden} more</Text>}
    </Section>
  )
}

interface SubjectProps {
  readonly event: EventDetail
  readonly subject: Event['subjects'][number]
}

function SubjectLink(props: SubjectProps) {
  const { entityType } = props.subject
  const [entity, setEntity] = useState<Entity>()
  useEffect(() => void entities[entityType].load?.().then(setEntity), [entityType])
  return entity === undefined ? itemLabel(props.subject) : <FoundSubject {...props} entity={entity} />
}

function FoundSubject({ event, subject, entity }: SubjectProps & { readonly entity: Entity }) {
  const { hotelId, provider } = event
  const { externalId } = subject
  const filter = { provider, externalId, includeDeleted: false }
  const { data } = useQuery(entity.find, { variables: { hotelId, first: 1, filter } })
  const [row] = data?.rows.nodes ?? []
  const label = itemLabel(subject)
  if (row === undefined) return data ? `${label} (not stored)` : label
  return (
    <RowLink type={entity.type} hotelId={hotelId} id={row.id}>
      {label}
    </RowLink>
  )
}
