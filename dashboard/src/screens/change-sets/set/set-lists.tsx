import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../ui/values/format.ts'
import classes from '../change-sets.module.css'
import type { ChangeSetOf } from '../query.ts'
import { changeSetRoute } from '../route.ts'
import { LISTS, type ListName } from '../words.ts'

interface SetListsProps {
  readonly set: ChangeSetOf
  readonly names: readonly ListName[]
  readonly current: ListName | undefined
}

/** How many items stand where; each leads to their list. */
export function SetLists({ set: { hotelId, id: setId, counts }, names, current }: SetListsProps) {
  const to = (list: ListName | undefined, label: string, sign: string, count: number) => (
    <Link
      key={label}
      to={changeSetRoute.to}
      params={{ hotelId, setId }}
      search={{ list }}
      replace
      resetScroll={false}
      activeProps={{}}
      aria-current={current === list ? 'page' : undefined}
    >
      <strong>{formatNumber(count)}</strong>
      <span aria-hidden>{sign} </span>
      {label}
    </Link>
  )
  return (
    <nav aria-label="Items" className={classes.lists}>
      {to(undefined, 'All', '', counts.total)}
      {names.map((name) => to(name, LISTS[name].label, LISTS[name].sign, counts[LISTS[name].count]))}
    </nav>
  )
}
