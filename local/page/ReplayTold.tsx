import type { ReplayToldView, ReplayView } from '../host/views'
import { hourMinute } from './time'

interface Batch {
  key: string
  at: string
  title: string
  label: string
  grids: ReplayToldView[]
}

/** Those who were told in the same minute with the same card, in their order. */
function batchesOf(told: ReplayToldView[]): Batch[] {
  const batches: Batch[] = []
  for (const grid of told) {
    const key = `${grid.at.slice(0, 16)} ${grid.label}`
    const last = batches.at(-1)
    if (last?.key === key) {
      last.grids.push(grid)
    } else {
      const { at, title, label } = grid
      batches.push({ key, at, title, label, grids: [grid] })
    }
  }
  return batches
}

/** Which groups were told, the last ones first; a name opens that grid in the district. */
export function ReplayTold({ view }: { view: ReplayView }) {
  const batches = batchesOf(view.told).reverse()
  return (
    <aside className="side replay__told" aria-label="先后通知了哪些群">
      <h2>先后通知了哪些群</h2>
      {batches.length === 0 && <p className="muted">核实以后,从最近的网格开始。</p>}
      {batches.map((batch) => (
        <section key={batch.key}>
          <h3>
            <time>{hourMinute(new Date(batch.at))}</time> {batch.grids.length} 个群
          </h3>
          <p className="replay__card">
            <b>{batch.label}</b> {batch.title}
          </p>
          <ol>
            {batch.grids.map((grid) => (
              <li key={grid.areaCode}>
                <a href={`/?area=${grid.areaCode}`}>{grid.name}</a> <span>{grid.km.toFixed(1)}公里</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </aside>
  )
}
