import { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'

/** Query of the page, decoded. */
export function useParams(): Record<string, string | undefined> {
  const { params } = useRouter()
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          value === undefined ? value : decodeURIComponent(value),
        ]),
      ),
    [params],
  )
}
