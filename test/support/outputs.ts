import { readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv, { type ValidateFunction } from 'ajv'
import type { Action } from '~/types/api'

const ajv = new Ajv({ strict: false, allErrors: true })
const validators = new Map<Action, ValidateFunction>()

function schemas(): Record<string, object> {
  const file = path.join(__dirname, '../../.cache/contract.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { schemas: Record<string, object> }).schemas
}

/** Throws when what an action gave back is not what its contract promises, to the last property. */
export function checkOutput(action: Action, data: unknown): void {
  let validate = validators.get(action)
  if (validate === undefined) {
    const schema = schemas()[action]
    if (schema === undefined) {
      throw new Error(`${action} is not in the contract`)
    }
    validate = ajv.compile(schema)
    validators.set(action, validate)
  }
  if (!validate(data)) {
    throw new Error(`${action} broke its contract: ${ajv.errorsText(validate.errors)}`)
  }
}
