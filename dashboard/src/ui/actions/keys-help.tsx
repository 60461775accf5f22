import { Button, Kbd, Table } from '@mantine/core'
import { Dialog } from './dialog.tsx'

interface KeysHelpProps {
  readonly keys: readonly (readonly [keys: readonly string[], does: string])[]
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
}

/** Says which keys do what. */
export function KeysHelp({ keys, isOpen, onToggle }: KeysHelpProps) {
  return (
    <>
      <Button variant="subtle" size="xs" onClick={() => onToggle(true)}>
        Keyboard
      </Button>
      <Dialog title="Keyboard" isOpen={isOpen} onClose={() => onToggle(false)}>
        <Table>
          <Table.Tbody>
            {keys.map(([names, does]) => (
              <Table.Tr key={does}>
                <Table.Th scope="row">
                  {names.map((name) => (
                    <Kbd key={name} mr={4}>
                      {name}
                    </Kbd>
                  ))}
                </Table.Th>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Dialog>
    </>
  )
}
