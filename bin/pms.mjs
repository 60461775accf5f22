#!/usr/bin/env node
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// npm scripts run on the Node that comes with the packages; a bare `node bin/pms.mjs` runs on the machine's own.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `This needs Node.js 24 and runs on ${process.version}. Start it by npm (npm start, npm run pms -- …), which uses the Node.js among the packages.\n`,
  )
  process.exit(1)
}
process.setSourceMapsEnabled(true)
try {
  const { compile } = await import('./compile.mjs')
  const folder = await compile()
  // A fifth of a start is compiling to bytecode what the last one compiled; where nothing can be written, it stays so.
  module.enableCompileCache(join(folder, '.bytecode'))
  await import(pathToFileURL(join(folder, 'main.js')).href)
} catch (error) {
  process.stderr.write(`${error.stderr || error.message}\n`)
  process.exit(1)
}
