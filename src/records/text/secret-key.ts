// Compared with the key in lower case and without punctuation: `Security-Code`, `security_code`, `securityCode`.
const SECRET =
  /(password|passwd|passphrase|passcode|secret|token|apikey|accesskey|privatekey|cv[vcn]2?(code|number|value)?|securitycode|(card)?verification(code|number|value)|trackdata|track[12]|pinblock)$|^(pwd|pin|csc|cid|authorization|cookie|setcookie|magstripe|cardholderauthentication)$/

// Vendors use few field names, but maps keyed by ids must not fill the memory.
const KNOWN_LIMIT = 10_000
const KNOWN_CHARS = 60
const known = new Map<string, boolean>()

/** Whether a field of this name holds a secret or card verification data, however the name is spelt. */
export function isSecretKey(key: string): boolean {
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const secret = SECRET.test(key.toLowerCase().replace(/[^a-z0-9]/g, ''))
  if (known.size < KNOWN_LIMIT && key.length <= KNOWN_CHARS) known.set(key, secret)
  return secret
}
