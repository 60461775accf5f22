import { formatNumber, formatPercent } from './format.ts'

/** Fewer say nothing about how often something fails. */
export const MIN_RUNS = 20

/** `12.5 % of 40`; `1 of 3` where there are too few for a rate. */
export const describeFailureRate = ({ runs, failedRuns }: { runs: number; failedRuns: number }) =>
  runs < MIN_RUNS
    ? `${formatNumber(failedRuns)} of ${formatNumber(runs)}`
    : `${formatPercent(failedRuns / runs)} of ${formatNumber(runs)}`
