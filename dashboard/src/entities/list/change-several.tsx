import { Button, Checkbox, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { SET_FILTERS } from '../changes/targets.ts'
import { singularLabel } from '../registry.ts'

/** As many as an address can hold. */
const MOST = 100

export interface Selection<Row> {
  readonly isOn: boolean
  readonly ids: readonly string[]
  toggle(): void
  /** What the table has beside its own. */
  readonly columns: readonly Column<Row>[]
}

/** Rows that somebody picks, over all pages of a list. */
export function useSelection<Row extends { readonly id: string }>(type: PmsEntityType): Selection<Row> {
  const [isOn, setOn] = useState(false)
  const [ids, setIds] = useState<readonly string[]>([])
  const pick = (id: string) => setIds(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id])
  const column: Column<Row> = {
    header: 'Select',
    cell: ({ id, ...row }) => (
      <Checkbox
        size="md"
        checked={ids.includes(id)}
        disabled={ids.length >= MOST && !ids.includes(id)}
        onChange={() => pick(id)}
        aria-label={`Select ${singularLabel(type)} ${nameOf(row) ?? id.slice(-6)}`}
      />
    ),
  }
  const toggle = () => {
    setOn(!isOn)
    setIds([])
  }
  return { isOn, ids, toggle, columns: isOn ? [column] : [] }
}

/** As a person calls the row, where that tells of no guest. */
function nameOf(row: object): string | undefined {
  const { confirmationNumber, roomNumber, externalId } = row as Readonly<Record<string, unknown>>
  const name = confirmationNumber ?? roomNumber ?? externalId
  return typeof name === 'string' ? name : undefined
}

interface ChangeSeveralProps {
  readonly type: PmsEntityType
  readonly hotelId: string
  /** Of the list, as the API takes it. */
  readonly filter: object
  readonly selection: Pick<Selection<never>, 'isOn' | 'ids' | 'toggle'>
}

/** The way from a list to the same change for all that it shows, or for what is selected in it. */
export function ChangeSeveral({ type, hotelId, filter, selection: { isOn, ids, toggle } }: ChangeSeveralProps) {
  const navigate = useNavigate()
  if (SET_FILTERS[type] === undefined) return null
  const start = (search: { filter?: Record<string, unknown>; ids?: readonly string[] }) =>
    void navigate({ to: '/hotels/$hotelId/change-sets/new', params: { hotelId }, search: { type, ...search } })
  return (
    <Group gap="xs" mb="sm">
      {isOn ? (
        <PermissionButton
          size="xs"
          blocked={ids.length === 0 ? 'Select some rows first.' : undefined}
          onClick={() => start({ ids })}
        >
          Change {ids.length} selected …
        </PermissionButton>
      ) : (
        <PermissionButton size="xs" variant="default" onClick={() => start({ filter: given(filter) })}>
          Change all that match …
        </PermissionButton>
      )}
      <Button size="xs" variant="default" aria-pressed={isOn} onClick={toggle}>
        {isOn ? 'Select none' : 'Select some'}
      </Button>
    </Group>
  )
}

/** Without what says nothing. */
const given = (filter: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== false))
