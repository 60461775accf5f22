import { writeFile } from 'node:fs/promises'
import { pages } from './pages.ts'

for (const [path, page] of Object.entries(pages)) await writeFile(path, page())
