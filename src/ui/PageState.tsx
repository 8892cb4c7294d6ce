import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { Failure } from '@/api'
import { goBack } from '@/navigate'
import { aria } from './aria'
import { Button } from './Button'
import { Card } from './Card'
import { Empty, type EmptyProps } from './Empty'
import { Notice } from './Notice'
import './PageState.scss'

/** The part of a query that the states of a page are drawn from. */
export interface Readable {
  data: unknown
  loading: boolean
  failure: Failure | undefined
  refetch(): void
}

interface Props {
  query: Readable
  isEmpty?: boolean
  empty?: EmptyProps
}

function Skeleton() {
  return (
    <View {...aria({ role: 'status', label: '正在打开' })}>
      {[0, 1, 2].map((n) => (
        <Card key={n}>
          <View className="skeleton skeleton--short" />
          <View className="skeleton" />
          <View className="skeleton skeleton--half" />
        </Card>
      ))}
    </View>
  )
}

/** Loading, failed, without network, empty, or what was asked for. What is already there stays while asking again. */
export function PageState({ query, isEmpty = false, empty, children }: PropsWithChildren<Props>) {
  const { data, loading, failure, refetch } = query
  if (data === undefined && failure !== undefined) {
    const away = failure.code === 'OFFLINE'
    const gone = failure.code === 'NOT_FOUND'
    return (
      <View className="pagestate">
        <Empty
          icon={away ? 'wifi' : 'alert'}
          title={away ? '现在没有网络' : gone ? '没有找到' : '没打开'}
          line={failure.message}
        />
        {gone ? (
          <Button kind="ghost" onTap={goBack}>
            返回
          </Button>
        ) : (
          <Button kind="ghost" onTap={refetch}>
            再试一次
          </Button>
        )}
      </View>
    )
  }
  if (data === undefined && loading) {
    return <Skeleton />
  }
  return (
    <>
      {failure?.code === 'OFFLINE' && <Notice tone="gold">现在没有网络,看到的是刚才的内容。</Notice>}
      {isEmpty && empty !== undefined ? <Empty {...empty} /> : children}
    </>
  )
}
