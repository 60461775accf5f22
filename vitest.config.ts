import { defineConfig } from 'vitest/config'

/** Where continuous integration wants the counts. */
const report = process.env.VITEST_REPORT

export default defineConfig({
  resolve: {
    // Vitest loads the ESM build of graphql while externalised packages load the CommonJS one; two copies refuse to
    // work together ("Cannot use GraphQLSchema from another module or realm").
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/kit/global-setup.ts'],
    setupFiles: ['reflect-metadata', 'tests/kit/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { concurrent: true },
    maxWorkers: 2,
    // A machine that is busy for once must not refuse a change; `.ci/run` names each test that needed its second try.
    retry: report === undefined ? 0 : 1,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
