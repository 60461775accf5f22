import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchConnections } from '../../src/platform/database/watch-connections.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { countDroppedSpans } from '../../src/platform/tracing/dropped-spans.ts'
import { startApi, type TestApi } from '../kit/api.ts'

const read = (name: string) => readFileSync(`examples/observability/${name}`, 'utf8')

interface Panel {
  title: string
  targets?: { expr: string }[]
}
const RULE =
  /- alert: (?<alert>\w+)\n +expr: >-\n +(?<expr>.+)\n[\s\S]*?summary: (?<summary>.+)\n +runbook: (?<runbook>.+)\n/g
const rules = [...read('alerts.yaml').matchAll(RULE)].map(({ groups = {} }) => groups)
const { panels } = JSON.parse(read('dashboard.json')) as { panels: Panel[] }
const expressions = [
  ...rules.map(({ expr = '' }) => expr),
  ...panels.flatMap(({ targets = [] }) => targets.map((one) => one.expr)),
]

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Those of the service, those that only a process of its own has, and the parts of histograms. */
async function knownNames(): Promise<Set<string>> {
  const process = createMetrics({ isOfProcess: true })
  watchConnections(process, api.database)
  countDroppedSpans(process)
  const texts = [await (await fetch(`${api.url}/metrics`)).text(), (await process.print()).text]
  const typed = [...texts.join('\n').matchAll(/^# TYPE (\w+) (\w+)$/gm)]
  const names = typed.flatMap(([, name = '', type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  )
  return new Set(names)
}

const namesIn = (text: string) => text.match(/\b(?:pms|process|nodejs)_\w+/g) ?? []

test('every metric that a rule or a panel asks for is one of the service', async () => {
  const known = await knownNames()
  const asked = expressions.flatMap(namesIn)
  expect(asked.length).toBeGreaterThan(rules.length)
  expect(asked.filter((name) => !known.has(name))).toEqual([])
})

test('every metric of the service is in the docs, and the docs name no other', async () => {
  const known = [...(await knownNames())].map((name) => name.replace(/_(bucket|sum|count)$/, ''))
  const documented = [...readFileSync('docs/metrics.md', 'utf8').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(new Set(documented)).toEqual(new Set(known.filter((name) => name.startsWith('pms_'))))
})

test('every rule says what is wrong and has its entry in the runbook, and there is no other', () => {
  const entries = [...read('README.md').matchAll(/^### (\w+)$/gm)].map(([, name]) => name)
  expect(entries).toEqual(rules.map(({ alert }) => alert))
  expect(rules.map(({ runbook }) => runbook)).toEqual(
    entries.map((name) => `examples/observability/README.md#${name?.toLowerCase()}`),
  )
  expect(rules).toHaveLength(read('alerts.yaml').match(/alert:/g)?.length ?? 0)
})

test('no panel lies on another one', () => {
  const places = (JSON.parse(read('dashboard.json')) as { panels: { gridPos: object }[] }).panels.map(({ gridPos }) =>
    JSON.stringify(gridPos),
  )
  expect(new Set(places).size).toBe(places.length)
})
