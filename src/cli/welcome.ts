/** What a person sees when the service is up: where it is, and a first thing to try. */
export function welcome({ url, token, hasDemo }: { url: string; token?: string; hasDemo?: boolean }): string {
  const lines = [
    '',
    `  PMS adapter layer`,
    `  Dashboard  ${url}/${token === undefined ? '' : `#token=${token}`}`,
    `  GraphQL    ${url}/graphql (WebSocket on the same path)`,
    ...(token === undefined ? [] : [`  GraphiQL   ${url}/graphql#token=${token}`]),
  ]
  if (token !== undefined) lines.push('', '  Development token, good for 7 days and all hotels:', `  ${token}`)
  if (token !== undefined && hasDemo) lines.push('', '  A first query to paste:', ...indent(firstQuery(url, token)))
  return `${lines.join('\n')}\n\n`
}

function firstQuery(url: string, token: string): string {
  const query =
    '{ bookings(hotelId: "demo", first: 3) { nodes { guestName checkIn checkOut status room { roomNumber } } } }'
  return `curl -s ${url}/graphql -H 'content-type: application/json' \\
  -H 'authorization: Bearer ${token}' \\
  -d '${JSON.stringify({ query })}'`
}

const indent = (text: string) => text.split('\n').map((line) => `  ${line}`)
