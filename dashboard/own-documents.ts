import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const GENERATED = join(import.meta.dirname, 'src/gql/graphql.ts')
const DOCUMENT = 'document:'

/**
 * Makes a module of each GraphQL document, so that it comes with the screen that sends it. As they are generated they
 * lie in one file and are looked up by their text: the first load would hold what all screens ask for.
 */
export function ownDocuments(): Plugin {
  return {
    name: 'own-documents',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(DOCUMENT) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${DOCUMENT}`)) return null
      this.addWatchFile(GENERATED)
      return `export default ${documentIn(await readFile(GENERATED, 'utf8'), id.slice(DOCUMENT.length + 1))}`
    },
    transform: (code, id) => (/\/src\/(?!gql\/).*\.tsx?$/.test(id) ? importDocuments(code) : null),
  }
}

function documentIn(generated: string, name: string): string {
  const json = new RegExp(`^export const ${name} = (\\{.*\\}) as unknown as `, 'm').exec(generated)?.[1]
  if (json === undefined) throw new Error(`There is no ${name}: run “npm run schema”.`)
  return json
}

/** ``graphql(`query Fleet …`)`` and `import { FleetDocument }` become an import of that module. */
function importDocuments(code: string): string | null {
  const names = new Set<string>()
  const rest = code
    .replace(/\bgraphql\(`\s*(\w+) (\w+)[^`]*`\)/g, (_, kind: string, name: string) => {
      const constant = `${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`
      names.add(constant)
      return constant
    })
    .replace(/^import \{([^}]*)\} from '.*\/gql\/(?:gql|graphql)\.ts'$/gm, (_, list: string) => {
      for (const [name] of list.matchAll(/\b\w+Doc(?:ument)?\b/g)) names.add(name)
      return ''
    })
  const imports = [...names].map((name) => `import ${name} from '${DOCUMENT}${name}'\n`)
  return imports.length > 0 ? imports.join('') + rest : null
}
