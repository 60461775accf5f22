import { pageStyle } from './style.ts'

const EXAMPLE = `query Arrivals($hotelId: ID!) {
  bookings(hotelId: $hotelId, first: 5, filter: { status: [CONFIRMED] }) {
    totalCount
    edges {
      node {
        confirmationNumber
        guestName
        checkIn
        checkOut
        room { roomNumber }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

/** Sends what is in the form and shows the answer. The token stays in the tab. */
const script = `
const form = document.forms[0]
const answer = document.querySelector('pre')
form.token.value = sessionStorage.getItem('token') ?? ''
async function run(event) {
  event?.preventDefault()
  sessionStorage.setItem('token', form.token.value)
  answer.textContent = '…'
  try {
    const variables = JSON.parse(form.variables.value || '{}')
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const token = form.token.value.trim()
    if (token) headers.authorization = token.startsWith('Bearer ') ? token : 'Bearer ' + token
    const body = JSON.stringify({ query: form.query.value, variables })
    const response = await fetch('/graphql', { method: 'POST', headers, body })
    answer.textContent = JSON.stringify(await response.json(), null, 2)
  } catch (error) {
    answer.textContent = String(error)
  }
}
form.addEventListener('submit', run)
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event)
})
`

/** A page to try queries on, for development: one file, nothing loaded from elsewhere. */
export const queryPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphQL · PMS adapter layer</title>
<style>${pageStyle}</style>
</head>
<body>
<main class="wide">
<h1>GraphQL</h1>
<form>
<div>
<label for="token">Bearer token</label>
<input id="token" name="token" type="password" autocomplete="off" spellcheck="false">
<label for="query">Query</label>
<textarea id="query" name="query" rows="20" spellcheck="false">${EXAMPLE}</textarea>
<label for="variables">Variables (JSON)</label>
<textarea id="variables" name="variables" rows="3" spellcheck="false">{ "hotelId": "demo" }</textarea>
<button>Run (Ctrl+Enter)</button>
</div>
<div>
<label id="answer-label" for="answer">Answer</label>
<pre id="answer" role="status" aria-labelledby="answer-label" tabindex="0"></pre>
</div>
</form>
</main>
<script>${script}</script>
</body>
</html>
`
