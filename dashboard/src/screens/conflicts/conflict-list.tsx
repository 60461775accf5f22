import { Group, Text } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import type { PmsConflictChoice } from '../../gql/graphql.ts'
import { useViewer } from '../../session/session.ts'
import { KeysHelp } from '../../ui/actions/keys-help.tsx'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { SteadyNotice } from '../../ui/table/steady-notice.tsx'
import { useSteadyRows } from '../../ui/table/steady-rows.ts'
import { formatCount } from '../../ui/values/format.ts'
import type { Masking } from '../../ui/values/use-masking.ts'
import { ConflictCard } from './conflict-card.tsx'
import classes from './conflicts.module.css'
import { DecideDialog } from './decide/decide-dialog.tsx'
import { OtherDialog } from './decide/other-dialog.tsx'
import { type Decision, useDecisions } from './decide/use-decisions.ts'
import { type Deed, deedOf, HELP, placeAfter } from './keys.ts'
import { type Conflict, idOf } from './query.ts'
import { Selection } from './selection.tsx'
import { hasThirdWay } from './sides.ts'
import { NONE_LEFT, useCurrent } from './use-current.ts'
import { useMoved } from './use-moved.ts'

interface ConflictListProps {
  readonly conflicts: readonly Conflict[]
  readonly total: number
  readonly hotel: FramedHotel
  readonly masking: Masking
  /** Name of the list: another one begins anew. */
  readonly list: string
  readonly reload: () => Promise<void>
  /** Stands here when there are none. */
  readonly nothing: ReactNode
}

/** Conflicts one below the other, to be decided one by one or several at once, by mouse or by keys. */
export function ConflictList({ conflicts, total, hotel, masking, list, reload, nothing }: ConflictListProps) {
  const { rows, show } = useSteadyRows(conflicts, idOf, list)
  const open = new Set(conflicts.filter(({ change }) => change.state === 'CONFLICT').map(idOf))
  const shown = rows.filter((row) => open.has(idOf(row)))
  const unseen = [...open].filter((id) => !rows.some((row) => idOf(row) === id)).length
  useEffect(() => {
    if (shown.length === 0 && unseen > 0) show()
  })
  const hasMoved = useMoved(shown)
  const { current, setCurrent, places } = useCurrent(shown.map(idOf))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Pick<Decision, 'choice' | 'conflicts'> | null>(null)
  const [isHelping, setHelping] = useState(false)
  const { decide, isDeciding, problems } = useDecisions()
  const mayEdit = useViewer().may('ADMIN_EDIT')
  const chosen = shown.filter((row) => selected.has(idOf(row)))

  const ask = (choice: PmsConflictChoice, conflicts: readonly Conflict[]) => {
    if (mayEdit && conflicts.length > 0) setAsked({ choice, conflicts })
  }
  const confirm = async (decision: Decision) => {
    const error = await decide(decision)
    if (error !== null) return error
    setAsked(null)
    setSelected(new Set())
    await reload()
    return null
  }
  const select = (id: string) =>
    setSelected((before) => new Set(before.has(id) ? without(before, id) : [...before, id]))
  const selectAll = () => setSelected(new Set(chosen.length === shown.length ? [] : open))
  const at = Math.max(
    shown.findIndex((row) => idOf(row) === current),
    0,
  )
  const act = (deed: Deed, row: Conflict) => {
    if (deed === 'ours') ask('OURS', [row])
    else if (deed === 'theirs') ask('THEIRS', [row])
    else if (deed === 'other') hasThirdWay(row.change.action) && ask('CUSTOM', [row])
    else if (deed === 'select') mayEdit && select(idOf(row))
    else if (deed === 'selectAll') mayEdit && selectAll()
    else if (deed === 'help') setHelping(true)
    else places.current.get(idOf(shown[placeAfter(deed, at, shown.length)] ?? row))?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const deed = deedOf(event)
    const row = shown[at]
    if (deed === undefined || row === undefined) return
    event.preventDefault()
    act(deed, row)
  }
  return (
    <>
      <Group justify="space-between" mih={30} mb="xs">
        <Text role="status" tabIndex={-1} ref={(line) => void (line && places.current.set(NONE_LEFT, line))}>
          {total > 0 && `${formatCount(total, 'conflict')} to decide`}
        </Text>
        <SteadyNotice changes={unseen} onShow={show} />
        {shown.length > 0 && <KeysHelp keys={HELP} isOpen={isHelping} onToggle={setHelping} />}
      </Group>
      {conflicts.length === 0 && nothing}
      {shown.length > 1 && (
        <Selection
          all={shown.length}
          chosen={chosen.length}
          onAll={selectAll}
          onDecide={(choice) => ask(choice, chosen)}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are for the conflicts inside */}
      <div className={classes.list} onKeyDown={press}>
        {shown.map((conflict) => {
          const id = idOf(conflict)
          return (
            <ConflictCard
              key={id}
              ref={(card) => void (card ? places.current.set(id, card) : places.current.delete(id))}
              conflict={conflict}
              hotel={hotel}
              masking={masking}
              isCurrent={shown[at] === conflict}
              isSelected={selected.has(id)}
              hasMoved={hasMoved(conflict)}
              problem={problems.get(id) ?? null}
              onFocus={() => setCurrent(id)}
              onSelect={shown.length > 1 ? () => select(id) : undefined}
              onDecide={(choice) => ask(choice, [conflict])}
            />
          )
        })}
      </div>
      {asked?.choice === 'CUSTOM' &&
        asked.conflicts.map((conflict) => (
          <OtherDialog
            key={idOf(conflict)}
            conflict={conflict}
            isBusy={isDeciding}
            onClose={() => setAsked(null)}
            onConfirm={(values) => confirm({ choice: 'CUSTOM', conflicts: [conflict], values })}
          />
        ))}
      {asked && asked.choice !== 'CUSTOM' && (
        <DecideDialog
          {...asked}
          masking={masking}
          isBusy={isDeciding}
          onClose={() => setAsked(null)}
          onConfirm={() => confirm(asked)}
        />
      )}
    </>
  )
}

const without = (ids: ReadonlySet<string>, id: string) => [...ids].filter((other) => other !== id)
