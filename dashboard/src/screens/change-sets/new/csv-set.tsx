import { useQuery } from '@apollo/client/react'
import { Skeleton, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { WritesOff } from '../../../entities/changes/writes-off.tsx'
import { PageState } from '../../../ui/page/page-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { formatCount } from '../../../ui/values/format.ts'
import { type CsvFile, readCsv } from './csv.ts'
import { HowForm } from './how-form.tsx'
import { newSetDocument, newSetVariables } from './query.ts'

/** Lines of a file: what each is about, and what is wanted of it. */
export function CsvSet({ hotelId }: { hotelId: string }) {
  const [file, setFile] = useState<CsvFile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const query = useQuery(newSetDocument, { variables: newSetVariables(hotelId, {}) })
  const take = async (chosen: File | undefined) => {
    const read = chosen === undefined ? null : await readCsv(chosen)
    setFile(typeof read === 'string' ? null : read)
    setProblem(typeof read === 'string' ? read : null)
  }
  return (
    <PageState query={query} skeleton={<Skeleton height={200} role="status" aria-label="Loading" />}>
      {({ configurations }) => {
        const able = configurations.nodes.filter(({ enabled, actions }) => enabled && actions.length > 0)
        return (
          <>
            <WritesOff hotelId={hotelId} accounts={configurations.nodes} />
            <Section title="Lines of a file">
              <TextInput
                type="file"
                label="CSV file"
                accept=".csv,text/csv"
                description="The first line names the columns: id, externalId, of bookings confirmationNumber or of rooms roomNumber, and what is wanted, such as checkOut. In UTF-8, with commas or semicolons."
                error={problem}
                onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
              />
              <Text size="sm" mt="xs" role="status">
                {file && `${file.name}: ${formatCount(file.lines, 'line')} of ${file.columns.join(', ')}`}
              </Text>
            </Section>
            {file && able.length > 0 && (
              <HowForm
                key={`${file.name} ${file.text.length}`}
                hotelId={hotelId}
                search={{}}
                csv={file}
                count={file.lines}
                desks={able}
              />
            )}
          </>
        )
      }}
    </PageState>
  )
}
