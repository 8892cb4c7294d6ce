import { useEffect, useState } from 'react'
import type { AreaHitView } from '../host/views'
import { get } from './api'

/** Milliseconds to wait for the next key before asking. */
const TYPING_MS = 200

/** 换一个网格: by the name of the village or the grid. */
export function GridSearch({ onChoose }: { onChoose(code: string): void }) {
  const [words, setWords] = useState('')
  const [hits, setHits] = useState<AreaHitView[]>()
  useEffect(() => {
    let outdated = false
    setHits(undefined)
    const timer = setTimeout(() => {
      if (words.trim() !== '') {
        get<AreaHitView[]>(`/local/areas?words=${encodeURIComponent(words)}`)
          .then((found) => outdated || setHits(found))
          .catch(() => outdated || setHits([]))
      }
    }, TYPING_MS)
    return () => {
      outdated = true
      clearTimeout(timer)
    }
  }, [words])
  const choose = (code: string) => {
    setWords('')
    onChoose(code)
  }
  return (
    <section aria-label="换一个网格">
      <h2>
        <label htmlFor="grid-words">换一个网格</label>
      </h2>
      <input
        id="grid-words"
        className="field"
        value={words}
        maxLength={40}
        autoComplete="off"
        placeholder="搜村名或网格…"
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          const first = hits?.[0]
          if (event.key === 'Enter' && first !== undefined) {
            choose(first.code)
          }
        }}
      />
      <div aria-live="polite">
        {words.trim() !== '' && hits?.length === 0 && <p className="hint">没有找到,换个名字试试</p>}
        {hits !== undefined && hits.length > 0 && (
          <ul className="hits">
            {hits.map((hit) => (
              <li key={hit.code}>
                <button type="button" onClick={() => choose(hit.code)}>
                  {hit.fullName}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
