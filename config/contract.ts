import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createGenerator, type Schema } from 'ts-json-schema-generator'

const root = path.join(__dirname, '..')
const cache = path.join(root, '.cache/contract.json')

interface Cached {
  hash: string
  schemas: Record<string, Schema>
}

/** Changes whenever a file of the contract does. */
function hashOfTypes(): string {
  const folder = path.join(root, 'types')
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) {
    hash.update(name).update(readFileSync(path.join(folder, name)))
  }
  return hash.digest('hex')
}

function generate(): Record<string, Schema> {
  const schema = createGenerator({
    path: path.join(root, 'types/api.ts'),
    tsconfig: path.join(root, 'tsconfig.json'),
    type: 'Api',
    skipTypeCheck: true,
    topRef: false,
    additionalProperties: false,
  }).createSchema('Api')
  const actions = (schema.properties ?? {}) as Record<string, Schema>
  return Object.fromEntries(
    Object.entries(actions).map(([action, slice]) => {
      const output = (slice.properties?.output ?? {}) as Schema
      return [action, { $schema: schema.$schema, ...output, definitions: schema.definitions }]
    }),
  )
}

/** JSON Schema of what each action gives back, made from the contract's types; kept until they change. */
export function outputSchemas(): Record<string, Schema> {
  const hash = hashOfTypes()
  if (existsSync(cache)) {
    const cached = JSON.parse(readFileSync(cache, 'utf8')) as Cached
    if (cached.hash === hash) {
      return cached.schemas
    }
  }
  const schemas = generate()
  mkdirSync(path.dirname(cache), { recursive: true })
  writeFileSync(cache, JSON.stringify({ hash, schemas }))
  return schemas
}

if (require.main === module) {
  console.log(`${Object.keys(outputSchemas()).length} actions`)
}
