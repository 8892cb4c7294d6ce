import type { Reference, Table } from './catalogue'

export interface Plan {
  /** Every table after those it refers to, apart from `circular` references. */
  order: Table[]
  /** References that lead back to their own table, at once or through others: no order can satisfy them. */
  circular: { table: string; reference: Reference }[]
}

/** In which order rows can be put into the tables. */
export function planOrder(tables: Table[]): Plan {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const reached = new Map(tables.map(({ name }) => [name, reachableFrom(name, byName)]))
  const isCircular = (table: Table, { to }: Reference) => reached.get(to)?.has(table.name) ?? false
  const order: Table[] = []
  const placed = new Set<string>()
  const place = (table: Table) => {
    if (placed.has(table.name)) {
      return
    }
    placed.add(table.name)
    for (const reference of table.references) {
      const to = byName.get(reference.to)
      if (to !== undefined && !isCircular(table, reference)) {
        place(to)
      }
    }
    order.push(table)
  }
  tables.forEach(place)
  const circular = tables.flatMap((table) =>
    table.references
      .filter((reference) => isCircular(table, reference))
      .map((reference) => ({ table: table.name, reference })),
  )
  return { order, circular }
}

/** Tables that references lead to from `start`, itself among them. */
function reachableFrom(start: string, tables: Map<string, Table>): Set<string> {
  const seen = new Set([start])
  // A set is walked through to its end, also to what is added on the way.
  for (const name of seen) {
    tables.get(name)?.references.forEach(({ to }) => seen.add(to))
  }
  return seen
}
