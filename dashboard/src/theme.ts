import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, Notification } from '@mantine/core'

const harbour: MantineColorsTuple = [
  '#eef6fb',
  '#d9eaf4',
  '#b0d4e9',
  '#84bdde',
  '#5da8d3',
  '#3f98c9',
  '#2a86b8',
  '#1a719f',
  '#0b5c8a',
  '#064a70',
]

export const theme = createTheme({
  colors: { harbour },
  primaryColor: 'harbour',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      styles: { description: { color: 'var(--mantine-color-text)' } },
    }),
  },
})

/** Where the library's own greys and reds have too little contrast for text (WCAG 2.2 AA asks for 4.5). */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray?.[7] ?? '',
    '--mantine-color-placeholder': colors.gray?.[7] ?? '',
    '--mantine-color-error': colors.red?.[9] ?? '',
  },
  dark: {
    '--mantine-color-dimmed': colors.dark?.[1] ?? '',
    '--mantine-color-placeholder': colors.dark?.[1] ?? '',
    '--mantine-color-error': colors.red?.[4] ?? '',
    '--mantine-color-anchor': harbour[3],
  },
})

/** With which the service lets the component library add style sheets. */
export const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
