import { existsSync, readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'

/**
 * Prints the test files that reach a database or a queue, found by what they import: the ones to run again on other
 * servers. What happens in a browser, in the compiler or before a request's body is understood is the same on every server,
 * and is left out.
 */
const SAME_EVERYWHERE =
  /^tests\/(dashboard\/|entity-type\/|http\/(audits|broken-connections|dashboard|limits|malformed-request|packed-bodies|slow-bodies|trusted-documents|web-socket-protocol)\.)/
const GIVES_SERVERS = /\binject\('(serverUrl|redisUrl)'\)/
const IMPORT = /from '(\.[^']+)'/g

const found = new Map<string, boolean>()

function reachesServer(file: string): boolean {
  const known = found.get(file)
  if (known !== undefined) return known
  found.set(file, false) // while it is looked at: a cycle adds nothing
  const text = readFileSync(file, 'utf8')
  const imports = [...text.matchAll(IMPORT)].map(([, path = '']) => normalize(join(dirname(file), path)))
  // A test may hold the text of another program, with imports of its own.
  const isTest = (path: string) => path.startsWith('tests/') && existsSync(path)
  const reaches = GIVES_SERVERS.test(text) || imports.some((path) => isTest(path) && reachesServer(path))
  found.set(file, reaches)
  return reaches
}

for await (const file of glob('tests/**/*.test.ts'))
  if (!SAME_EVERYWHERE.test(file) && reachesServer(file)) console.log(file)
