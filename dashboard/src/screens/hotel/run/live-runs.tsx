import { Stack, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { entityTypes } from '../../../entities/registry.ts'
import type { HotelRunFragment } from '../../../gql/graphql.ts'
import { useNow } from '../../../ui/time/now.ts'
import { useProviderNames } from '../../../ui/values/provider-names.ts'
import { isActive, type Run, runOf } from './run.ts'
import { RunCard } from './run-card.tsx'
import type { ProgressById } from './use-progress.ts'

export interface LiveRunsProps {
  readonly progress: ProgressById
  /** Runs as the API has them, active ones and the last that ended. */
  readonly rows: readonly HotelRunFragment[]
}

/** How long the end of a run stays in sight; after that it is one of the last syncs. */
const SHOWN_MS = 10 * 60_000

/** A card for each active run, which stays for a while after it has ended. */
export function LiveRuns({ progress, rows }: LiveRunsProps) {
  const { nameOf } = useProviderNames()
  const now = useNow()
  const seen = useRef(new Set<string>())
  const hasJustEnded = ({ syncLogId, at }: Run) =>
    (progress.has(syncLogId) || seen.current.has(syncLogId)) && now - new Date(at).getTime() < SHOWN_MS
  const shown = lastOfEachKind(allRuns(progress, rows)).filter((run) => isActive(run) || hasJustEnded(run))
  useEffect(() => {
    for (const run of shown) seen.current.add(run.syncLogId)
  })
  if (shown.length === 0) return null
  return (
    <Stack component="section" gap="sm" mb="md">
      <VisuallyHidden component="h2">Running syncs</VisuallyHidden>
      {shown.map((run) => (
        <RunCard key={run.syncLogId} run={run} pms={nameOf(run.provider)} />
      ))}
    </Stack>
  )
}

/** Newest first: ids grow with time. */
function allRuns(progress: ProgressById, rows: readonly HotelRunFragment[]): Run[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ids = [...new Set([...byId.keys(), ...progress.keys()])].sort().reverse()
  return ids.flatMap((id) => runOf(progress.get(id), byId.get(id)) ?? [])
}

/** The newest run of each entity type and provider. */
function lastOfEachKind(runs: readonly Run[]): Run[] {
  const byKind = Map.groupBy(runs, kindOf)
  return [...byKind.keys()].sort().flatMap((kind) => byKind.get(kind)?.[0] ?? [])
}

const kindOf = ({ provider, entityType }: Run) => `${provider} ${entityTypes.indexOf(entityType)}`
