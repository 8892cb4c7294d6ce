/** One figure of those who watch: its name, what it counts, and a value for each set of labels. */
export interface Figure {
  /** Without the common beginning; ends in its unit, a counter in `_total` (prometheus.io/docs/practices/naming). */
  name: string
  help: string
  type: 'gauge' | 'counter'
  values: { labels?: Record<string, string>; value: number }[]
}

/** What every figure of this program begins with. */
const PREFIX = 'micro_grid_'
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

const escape = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
const quoted = (text: string) => `"${escape(text).replaceAll('"', '\\"')}"`

/** A figure with one value and no labels. */
export const single = (figure: Omit<Figure, 'values'>, value: number): Figure => ({
  ...figure,
  values: [{ value }],
})

/** Prometheus text, format 0.0.4: figures in the order given, those without values left out. */
export function renderFigures(figures: readonly Figure[]): string {
  return figures
    .filter(({ values }) => values.length > 0)
    .map(({ name, help, type, values }) => {
      const full = PREFIX + name
      const lines = values.map(({ labels = {}, value }) => {
        const pairs = Object.entries(labels).map(([label, text]) => `${label}=${quoted(text)}`)
        return `${full}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`
      })
      return `# HELP ${full} ${escape(help)}\n# TYPE ${full} ${type}\n${lines.join('')}`
    })
    .join('')
}
