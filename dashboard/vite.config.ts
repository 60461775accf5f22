import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { ownDocuments } from './own-documents.ts'

const service = process.env.PMS_URL ?? 'http://localhost:4000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [ownDocuments(), react(), compress(), keepDocuments()],
  // The service puts a nonce of its own in its place for each answer.
  html: { cspNonce: 'CSP_NONCE' },
  build: { target: 'es2023', assetsInlineLimit: 0, emptyOutDir: true, modulePreload: { polyfill: false } },
  server: { proxy: { '/graphql': { target: service, ws: true, changeOrigin: true } } },
})

/** Writes each file's gzip and brotli next to it, so that the service compresses nothing while it answers. */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const folder = join(dir, 'assets')
      const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(names.map((name) => compressFile(join(folder, name))))
    },
  }
}

/** The service trusts the documents of the build that it serves. */
function keepDocuments(): Plugin {
  const name = 'persisted-documents.json'
  return {
    name: 'keep-documents',
    apply: 'build',
    writeBundle: ({ dir = '' }) => copyFile(join(import.meta.dirname, 'src/gql', name), join(dir, name)),
  }
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path)
  const packed = { gz: promisify(gzip)(content, { level: 9 }), br: promisify(brotliCompress)(content) }
  for (const [extension, bytes] of Object.entries(packed)) await writeFile(`${path}.${extension}`, await bytes)
}
