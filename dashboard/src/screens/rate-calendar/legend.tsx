import classes from './calendar.module.css'
import { LEGEND } from './cell.ts'

/** What the signs in the cells mean. */
export function Legend() {
  return (
    <ul className={classes.legend} aria-label="Signs">
      {LEGEND.map(([sign, meaning]) => (
        <li key={sign}>
          <b>{sign}</b> {meaning}
        </li>
      ))}
    </ul>
  )
}
