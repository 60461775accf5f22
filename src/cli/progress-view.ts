import type { WriteStream } from 'node:tty'
import type { SyncLog } from '../entities/sync-log.ts'
import { ENTITY_TYPES, type EntityType, recordTypes } from '../records/entity-type.ts'
import type { SyncProgress } from '../sync/events/progress.ts'

const BAR_WIDTH = 24
const NAME_WIDTH = Math.max(...ENTITY_TYPES.map((type) => recordTypes[type].words.many.length))
/** Without a terminal: a line this often. */
const LINE_EVERY_MS = 2_000

/** Shows a run: a bar that redraws itself on a terminal, a plain line now and then elsewhere. */
export interface ProgressView extends Disposable {
  show(progress: SyncProgress): void
  end(log: SyncLog): void
}

export function createProgressView(entityType: EntityType, out: WriteStream): ProgressView {
  const noun = recordTypes[entityType].words.many.padEnd(NAME_WIDTH)
  let lastLineAt = Number.NEGATIVE_INFINITY
  const draw = (text: string) => {
    if (out.isTTY) {
      out.write(`\r\x1b[2K${text.slice(0, out.columns - 1)}`)
    } else if (performance.now() - lastLineAt > LINE_EVERY_MS) {
      lastLineAt = performance.now()
      out.write(`${text}\n`)
    }
  }
  return {
    show: (progress) => draw(`${noun} ${barOf(progress)} ${factsOf(progress)}`),
    end(log) {
      if (out.isTTY) out.write('\r\x1b[2K')
      const counts = `${log.itemsProcessed} seen, ${log.itemsCreated} new, ${log.itemsUpdated} changed, ${log.itemsFailed} failed`
      const unread = log.unreadCount === 0 ? '' : `, ${log.unreadCount} values could not be read`
      out.write(
        `${noun} ${log.status.toLowerCase()}: ${counts}${unread}${log.errorSummary ? ` — ${log.errorSummary}` : ''}\n`,
      )
    },
    [Symbol.dispose]() {
      if (out.isTTY) out.write('\r\x1b[2K')
    },
  }
}

function barOf({ processed, total }: SyncProgress): string {
  if (!total) return ''
  const filled = Math.round(Math.min(processed / total, 1) * BAR_WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`
}

function factsOf({ phase, processed, total, rate, etaMs, message }: SyncProgress): string {
  const count = total === null ? `${processed}` : `${processed}/${total}`
  if (phase === 'WAITING') return `${count} · ${message}`
  const eta = etaMs === null ? '' : ` · ${Math.ceil(etaMs / 1000)} s left`
  return `${count}${rate === null ? '' : ` · ${Math.round(rate)}/s`}${eta}`
}
