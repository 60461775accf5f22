import classes from './change-sets.module.css'
import { STEPS, type Step } from './words.ts'

/** Where somebody is on the way from a choice to its results. */
export function Steps({ current }: { current: Step }) {
  const at = STEPS.indexOf(current)
  return (
    <ol className={classes.steps} aria-label="Steps">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined}>
          <span aria-hidden>{index < at ? '✓ ' : `${index + 1} `}</span>
          {step}
        </li>
      ))}
    </ol>
  )
}
