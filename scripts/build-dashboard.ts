import { openDashboard } from '../src/http/dashboard/build.ts'

/** Builds the dashboard if it has changed since the last time; for images, whose service has no build tools. */
const tell = (facts: object | string, message = '') => console.log(message || facts, message ? facts : '')
const folder = await openDashboard({ info: tell, warn: tell } as Parameters<typeof openDashboard>[0])
if (folder === null) process.exitCode = 1
