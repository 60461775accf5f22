import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'

export function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme()
  const other = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark' ? 'light' : 'dark'
  return (
    <ActionIcon variant="default" size={36} onClick={() => setColorScheme(other)} aria-label={`Use the ${other} theme`}>
      <span aria-hidden>{other === 'dark' ? '☾' : '☀'}</span>
    </ActionIcon>
  )
}
