import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How near to the end, in pixels, counts as being there. */
const NEAR_PX = 80

/** Keeps a list at its end unless the reader has scrolled up; then counts what is new. */
export function useScrollDown(count: number, group: string) {
  const list = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const seen = useRef(count)
  const [fresh, setFresh] = useState(0)
  const toEnd = () => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
    atEnd.current = true
    seen.current = count
    setFresh(0)
  }
  const onScroll = () => {
    const box = list.current
    if (box !== null) {
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX
      if (atEnd.current) {
        seen.current = count
        setFresh(0)
      }
    }
  }
  useEffect(() => {
    atEnd.current = true
    seen.current = 0
    setFresh(0)
  }, [group])
  useLayoutEffect(() => {
    if (atEnd.current) {
      list.current?.scrollTo({ top: list.current.scrollHeight })
      seen.current = count
    } else {
      setFresh(Math.max(0, count - seen.current))
    }
  }, [count, group])
  return { list, onScroll, fresh, toEnd }
}
