import { useCallback, useState } from 'react'

/** State that the browser remembers; when it may not, the state lives with the page. */
export function useKept<T>(name: string, usual: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      const kept = localStorage.getItem(`micro-grid.${name}`)
      return kept === null ? usual : (JSON.parse(kept) as T)
    } catch {
      return usual
    }
  })
  const keep = useCallback(
    (next: T) => {
      setValue(next)
      try {
        localStorage.setItem(`micro-grid.${name}`, JSON.stringify(next))
      } catch {
        // private browsing: not remembered
      }
    },
    [name],
  )
  return [value, keep]
}
