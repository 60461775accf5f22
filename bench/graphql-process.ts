import { openDatabase } from '../src/platform/database/database.ts'
import { startOurs } from './peers/ours.ts'
import { startPlainApollo } from './peers/plain-apollo.ts'
import { startPostgraphile } from './peers/postgraphile.ts'

/** A server in a process of its own, so that it shares its event loop with nobody; prints where it listens. */
const SERVERS = { ours: startOurs, 'plain Apollo + MikroORM': startPlainApollo, PostGraphile: startPostgraphile }

const [name = '', url = ''] = process.argv.slice(2)
const database = await openDatabase({ url })
console.log(await SERVERS[name as keyof typeof SERVERS](database))
process.on('disconnect', () => process.exit())
