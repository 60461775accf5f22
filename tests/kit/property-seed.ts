import fc from 'fast-check'

/**
 * Property tests draw the same cases in every run, so that a red build is red again tomorrow and a change is judged by
 * what it changed. `FC_SEED=random npm test` explores new ones; a failure prints its seed, which `FC_SEED=<seed>` repeats.
 */
const { FC_SEED = '20261123' } = process.env
if (FC_SEED !== 'random') fc.configureGlobal({ seed: Number(FC_SEED) })
