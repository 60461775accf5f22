import { Button } from '@mantine/core'
import { formatCount } from '../values/format.ts'

/** Offers the new order of the rows, once it differs. Its place is kept. */
export function SteadyNotice({ changes, onShow }: { changes: number; onShow: () => void }) {
  return (
    <div role="status" style={{ minHeight: 30 }}>
      {changes > 0 && (
        <Button size="xs" radius="xl" variant="light" onClick={onShow}>
          Show new order ({formatCount(changes, 'change')})
        </Button>
      )}
    </div>
  )
}
