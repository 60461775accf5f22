import type { Config } from '../platform/config.ts'
import { RISKS } from '../platform/production-rules.ts'

/** One line each: what starts, and had better be otherwise. Said at the start and by `doctor`. */
export function warningsOf({ environment, http, risks, tokens }: Config): string[] {
  const warnings = risks.map((risk) => `${RISKS[risk]} (accepted as ${risk})`)
  if (environment !== 'production') return warnings
  if (http.publicUrl === null)
    warnings.push('PUBLIC_URL is not set: webhook addresses are handed out on localhost, where no vendor finds them')
  if (tokens.kind === 'secret' && (tokens.issuer === null || tokens.audience === null))
    warnings.push('JWT_ISSUER and JWT_AUDIENCE are not both set: whatever JWT_SECRET signs is accepted')
  return warnings
}
