import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'

/** A set of hundreds of keys is a tenth of it. */
const MAX_BYTES = 256 * 1024

/** The public keys of an identity provider. A server that never stops answering is one that does not answer. */
export const remoteKeySet = (url: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(url), {
    async [customFetch](address, options) {
      const response = await fetch(address, options)
      return new Response(await textOf(response), { status: response.status, headers: response.headers })
    },
  })

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MAX_BYTES) throw new Error(`The answer of JWKS_URL is over ${MAX_BYTES} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
