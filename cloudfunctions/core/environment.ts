/** A variable of the environment without which a function must not start. Throws with its name. */
export function required(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') {
    throw new Error(`environment variable ${name} is missing`)
  }
  return value
}

/** A variable that may be left out; an empty one is. */
export const optional = (name: string): string | undefined => process.env[name] || undefined
