import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Only a button inside closes it: what it shows would be lost by a slip. */
  readonly isSticky?: boolean
  readonly children: ReactNode
}

/** A modal dialog; the keyboard stays inside and returns to where it was. */
export function Dialog({ title, isOpen, onClose, isSticky = false, children }: DialogProps) {
  useFocusBack()
  return (
    <Modal
      title={title}
      opened={isOpen}
      onClose={onClose}
      centered
      size="lg"
      withCloseButton={!isSticky}
      closeOnEscape={!isSticky}
      closeOnClickOutside={!isSticky}
      // Held still, the page would get a style sheet that its policy forbids; the keyboard stays inside anyway.
      lockScroll={false}
      // A <header> would be one more banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{ title: { fontWeight: 600 } }}
    >
      {children}
    </Modal>
  )
}

/** A dialog that is taken away while it is open gives the keyboard back as well. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      window.setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
      })
    },
    [before],
  )
}
