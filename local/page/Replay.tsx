import { useEffect, useState } from 'react'
import type { ReplayView } from '../host/views'
import { get, post } from './api'
import { ReplayMap } from './ReplayMap'
import { ReplayTold } from './ReplayTold'
import { longTime } from './time'

/** Milliseconds between two steps while it plays by itself. */
const PAUSE_MS = 3500

/** 中午走失,五点到家: which groups were told when, in what order, with what card. */
export function Replay() {
  const [view, setView] = useState<ReplayView>()
  const [busy, setBusy] = useState(false)
  const [plays, setPlays] = useState(false)
  const [failure, setFailure] = useState('')
  const done = view?.steps.filter((step) => step.done).length ?? 0
  const over = view !== undefined && done === view.steps.length

  const load = (asked: Promise<ReplayView>) =>
    asked.then(
      (next) => {
        setView(next)
        setFailure('')
      },
      (error: unknown) => {
        setPlays(false)
        setFailure(error instanceof Error ? error.message : String(error))
      },
    )
  const next = async () => {
    setBusy(true)
    await load(post<ReplayView>('/local/replay/next', {}))
    setBusy(false)
  }
  useEffect(() => void load(get<ReplayView>('/local/replay')), [])
  useEffect(() => {
    if (!plays || busy || over) {
      setPlays(plays && !over)
      return undefined
    }
    const timer = setTimeout(() => void next(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [plays, busy, over])

  return (
    <div className="replay">
      <aside className="side replay__story">
        <h1>中午走失,五点到家</h1>
        <p className="muted">
          {view === undefined ? '正在打开…' : longTime(new Date(view.now))} · <a href="/">回到一个区</a>
        </p>
        {failure !== '' && (
          <p className="alert" role="alert">
            {failure}
          </p>
        )}
        <div className="chips">
          <button type="button" className="chip" disabled={busy || plays} onClick={() => void next()}>
            {busy ? '正在走…' : over ? '从头再看' : '往下走一步'}
          </button>
          <button type="button" className="chip" disabled={over} onClick={() => setPlays(!plays)}>
            {plays ? '停一停' : '自己走'}
          </button>
        </div>
        <ol className="replay__steps">
          {view?.steps.map((step, n) => (
            <li
              key={step.at}
              className={step.done ? 'on' : ''}
              aria-current={n === done - 1 ? 'step' : undefined}
            >
              <time>{step.at}</time> {step.words}
            </li>
          ))}
        </ol>
        <p className="hint">时间只往前走,一遍演一天。通知、核实、线索都走正式的流程,只有时钟是拨的。</p>
      </aside>
      {view !== undefined && <ReplayMap view={view} />}
      {view !== undefined && <ReplayTold view={view} />}
    </div>
  )
}
