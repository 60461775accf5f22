/** Follows the reader's light or dark theme. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fbfaf7; --line: #8a93a0; --accent: #0b5c8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #14181d; --line: #6c7682; --accent: #7cc4f0; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 4rem 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .5rem 1.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
`
