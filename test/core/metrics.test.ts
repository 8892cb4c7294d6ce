import { renderFigures, single } from '~/cloudfunctions/core/metrics'

describe('figures as Prometheus reads them', () => {
  it('have help, type and a line for each value, and end in a new line', () => {
    const text = renderFigures([
      single({ name: 'outbox_oldest_age_seconds', type: 'gauge', help: 'Age.' }, 1.5),
      {
        ...{ name: 'timer_part_failures_total', type: 'counter', help: 'Failures.' },
        values: [
          { labels: { part: 'told', where: 'here' }, value: 3 },
          { labels: { part: 'swept' }, value: 0 },
        ],
      },
    ])
    expect(text).toBe(
      [
        '# HELP micro_grid_outbox_oldest_age_seconds Age.',
        '# TYPE micro_grid_outbox_oldest_age_seconds gauge',
        'micro_grid_outbox_oldest_age_seconds 1.5',
        '# HELP micro_grid_timer_part_failures_total Failures.',
        '# TYPE micro_grid_timer_part_failures_total counter',
        'micro_grid_timer_part_failures_total{part="told",where="here"} 3',
        'micro_grid_timer_part_failures_total{part="swept"} 0',
        '',
      ].join('\n'),
    )
  })

  it('keep quotes, back slashes and new lines from ending a value early', () => {
    const values = [{ labels: { part: 'a"b\\c\nd' }, value: 1 }]
    const text = renderFigures([{ name: 'x', type: 'gauge', help: 'one\ntwo \\ three', values }])
    expect(text).toContain('# HELP micro_grid_x one\\ntwo \\\\ three\n')
    expect(text).toContain('micro_grid_x{part="a\\"b\\\\c\\nd"} 1\n')
  })

  it('without any value are left out altogether', () => {
    expect(renderFigures([{ name: 'x', type: 'gauge', help: 'x', values: [] }])).toBe('')
  })
})
