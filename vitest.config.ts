import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where continuous integration wants the counts. */
const report = process.env.VITEST_REPORT
/** Has the machine to itself, when everything else is done. */
const TIMED = 'tests/dashboard/speed.test.ts'
/** Loads a second copy of the source, which must not meet the first: type-graphql keeps one list of types a worker. */
const ISOLATED = 'tests/entity-type/entity-type.test.ts'
/** Files that take longest: what begins last must not be waited for alone. */
const LONG = /\/tests\/(e2e|chaos)\/|conformance|odd-|schedules/

/** In a clean clone nothing says how long a file takes. The others begin by their size, as ever. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

const project = (name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  resolve: {
    // Vitest loads the ESM build of graphql while externalised packages load the CommonJS one; two copies refuse to
    // work together ("Cannot use GraphQLSchema from another module or realm").
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    name,
    setupFiles: ['reflect-metadata', 'tests/kit/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Half of the time a file waits: for a process, a lease, a browser. So twice as many as the two cores that are meant.
    maxWorkers: 4,
    // Files share a worker and what it has loaded, which halves the time. Nothing of a test outlives it but what is named after it.
    isolate: false,
    // A machine that is busy for once must not refuse a change; `.ci/run` names each test that needed its second try.
    retry: report === undefined ? 0 : 1,
    ...test,
  },
})

export default defineConfig({
  test: {
    globalSetup: ['tests/kit/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      project('tests', {
        include: ['tests/**/*.test.ts'],
        exclude: [...configDefaults.exclude, TIMED, ISOLATED],
        sequence: { concurrent: true, groupOrder: 0 },
      }),
      project('isolated', { include: [ISOLATED], isolate: true, sequence: { concurrent: true, groupOrder: 0 } }),
      project('timed', { include: [TIMED], sequence: { concurrent: true, groupOrder: 1 } }),
    ],
  },
})
