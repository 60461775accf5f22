import { Progress, Text } from '@mantine/core'
import { WAITS } from '../../../entities/changes/words.ts'
import type { ChangeSetRowFragment } from '../../../gql/graphql.ts'
import { LiveRegion } from '../../../ui/values/live-region.tsx'
import { describeEstimate, progressOf } from './describe-set.ts'

/** How far a set is, and how long the rest takes; striped while it waits or is held. */
export function SetBar({ set }: { set: ChangeSetRowFragment }) {
  const { done, of, words } = progressOf(set)
  const percent = of === 0 ? 0 : Math.round((done / of) * 100)
  const left = set.state === 'RUNNING' ? describeEstimate(set) : null
  const waiting = set.waitingFor ? `waits ${WAITS[set.waitingFor]}` : set.state === 'PAUSED' ? 'paused' : null
  const text = [words, left && `${left} left`, waiting].filter(Boolean).join(' · ')
  return (
    <>
      <div
        role="progressbar"
        aria-label="Progress of the set"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text}
      >
        <Progress.Root size="lg">
          <Progress.Section
            withAria={false}
            value={percent}
            striped={waiting !== null}
            {...(waiting !== null && { color: 'orange' })}
          />
        </Progress.Root>
      </div>
      <Text size="sm" mt={4}>
        {text}
      </Text>
      <LiveRegion text={text} />
    </>
  )
}
