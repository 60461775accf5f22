import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './style.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { takeTokenFromAddress } from './session/session.ts'

takeTokenFromAddress()
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element to render into.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
