import { useEffect, useState } from 'react'
import { get, post } from './api'
import { longTime } from './time'

/** How long before the deadline one lands, in milliseconds. */
const BEFORE_DUE_MS = 5 * 60_000

interface Props {
  gridCode: string
  offsetMs: number
  onMoved(now: string): void
}

/** 时间: what time it is in the district, and the ways to move it forward. */
export function TimePanel({ gridCode, offsetMs, onMoved }: Props) {
  const [, tick] = useState(0)
  const [note, setNote] = useState('')
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const now = new Date(Date.now() + offsetMs)
  const move = async (body: { advance: string } | { to: string }) => {
    try {
      onMoved((await post<{ now: string }>('/local/clock', body)).now)
      setNote('')
    } catch (failure) {
      setNote((failure as Error).message)
    }
  }
  const toDue = async () => {
    const { dueAt } = await get<{ dueAt: string | null }>(`/local/grids/${gridCode}/next-due`)
    const target = Date.parse(dueAt ?? '') - BEFORE_DUE_MS
    if (dueAt === null) {
      setNote('这个网格没有等着办的诉求')
    } else if (target <= Date.now() + offsetMs) {
      setNote('离最近的截止已不到5分钟')
    } else {
      await move({ to: new Date(target).toISOString() })
    }
  }
  return (
    <section aria-label="时间">
      <h2>
        时间 <time dateTime={now.toISOString()}>{longTime(now)}</time>
      </h2>
      <div className="chips">
        <button type="button" className="chip" onClick={() => void move({ advance: 'PT1H' })}>
          +1小时
        </button>
        <button type="button" className="chip" onClick={() => void move({ advance: 'P1D' })}>
          +1天
        </button>
        <button
          type="button"
          className="chip"
          title="到本网格最近一件诉求截止前5分钟"
          onClick={() =>
            void toDue().catch((failure: unknown) =>
              setNote(failure instanceof Error ? failure.message : String(failure)),
            )
          }
        >
          到截止前
        </button>
      </div>
      <p className="hint" role="status">
        {note}
      </p>
    </section>
  )
}
