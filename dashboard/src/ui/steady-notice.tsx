import { Button } from '@mantine/core'
import { formatCount } from './format.ts'

/** Says that the rows would stand in another order by now, and puts them there when asked to. Its place is kept. */
export function SteadyNotice({ changes, onShow }: { changes: number; onShow: () => void }) {
  return (
    <div role="status" style={{ minHeight: 30 }}>
      {changes > 0 && (
        <Button size="xs" radius="xl" variant="light" onClick={onShow}>
          {formatCount(changes, 'change')} of order, show
        </Button>
      )}
    </div>
  )
}
