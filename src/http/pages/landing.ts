import { pageStyle } from './style.ts'

/** Start page where the dashboard is not built. */
export function landingPage({ hasQueryPage }: { hasQueryPage: boolean }): string {
  const api = hasQueryPage
    ? '<a href="/graphql">/graphql</a> — open it to try a query'
    : '<code>/graphql</code> — POST, GET and WebSocket'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>PMS adapter layer</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>PMS adapter layer</h1>
<p>Keeps hotels’ bookings, rooms and guests in step with their property management systems, and serves them as a
federated GraphQL subgraph.</p>
<dl>
<dt>GraphQL</dt><dd>${api}</dd>
<dt>Alive</dt><dd><a href="/healthz">/healthz</a></dd>
<dt>Ready</dt><dd><a href="/readyz">/readyz</a></dd>
</dl>
<p>The dashboard is not built here: run <code>npm ci</code> and <code>npm run build</code>, then start again.</p>
</main>
</body>
</html>
`
}
