import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compile } from './compile.mjs'

/** Makes what a start would make: the compiled service and the dashboard. For images, whose service has no build tools. */
const folder = await compile()
const { openDashboard } = await import(pathToFileURL(join(folder, 'http/dashboard/build.js')).href)
const report = (facts, message = '') => console.log(message || facts, message ? facts : '')
const dashboard = await openDashboard({ info: report, warn: report })
if (dashboard === null) process.exitCode = 1
else console.log(`Built ${folder} and ${dashboard}`)
