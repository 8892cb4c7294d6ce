import pg from 'pg'

/** The database on the server that all others are made from (template.ts). */
export const TEMPLATE_DATABASE = 'micro_grid_template'

/** Makes a database of the server out of the template, anew if there is one of that name; returns its address. */
export async function cloneTemplate(url: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`)
  await admin.end()
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
