import { VisuallyHidden } from '@mantine/core'
import { jsonLines } from './json-lines.ts'
import classes from './json-view.module.css'

export interface JsonViewProps {
  readonly value: unknown
  /** Dotted paths of the fields at fault. */
  readonly marked: readonly string[]
}

/** JSON a line a value, fields at fault marked by colour, bar and, for screen readers, by a word. */
export function JsonView({ value, marked }: JsonViewProps) {
  return (
    <pre className={classes.json}>
      {jsonLines(value).map(({ key, path, depth, text }) => {
        const isMarked = marked.some((fault) => path === fault || path.startsWith(`${fault}.`))
        return (
          <span key={key} className={classes.line} style={{ paddingInlineStart: `${depth * 1.5 + 1}ch` }}>
            {isMarked ? (
              <mark>
                <VisuallyHidden component="span">at fault: </VisuallyHidden>
                {text}
              </mark>
            ) : (
              text
            )}
          </span>
        )
      })}
    </pre>
  )
}
