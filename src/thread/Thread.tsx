import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PostView, ThreadTarget } from '~/types/thread'
import { useLive } from '@/hooks'
import { Button, Card, Notice, SectionTitle } from '@/ui'
import { Composer } from './Composer'
import { PostActs } from './PostActs'
import { PostLine } from './PostLine'
import './Thread.scss'

interface Props {
  target: ThreadTarget
  /** How neighbours call the reader; empty until given. */
  name: string
  /** The thread of a thing that the reader may see; asks only then. */
  when?: boolean
}

/** 跟帖: what neighbours say under something, live while the page is open. */
export function Thread({ target, name, when = true }: Props) {
  const thread = useLive('thread.list', { target }, { when })
  const [answering, setAnswering] = useState<PostView>()
  const [acting, setActing] = useState<PostView>()
  const { items, data, failure, older } = thread
  return (
    <View className="thread">
      <SectionTitle>{items.length > 0 ? `跟帖 ${items.length}条` : '跟帖'}</SectionTitle>
      {failure !== undefined && <Notice tone="gold">{failure.message}</Notice>}
      <Card>
        {older && (
          <Button kind="ghost" size="small" onTap={thread.loadOlder}>
            看更早的
          </Button>
        )}
        {items.length === 0 && (
          <View className="thread__none">
            {thread.loading ? '正在打开…' : '还没有人说话。问一句细节,或者出个主意,都行。'}
          </View>
        )}
        {items.map((post) => (
          <PostLine
            key={post.id}
            post={post}
            onAnswer={data?.canPost === true && !post.hidden ? () => setAnswering(post) : undefined}
            onMore={post.can.length > 0 ? () => setActing(post) : undefined}
          />
        ))}
        {data?.canPost === true && (
          <Composer
            target={target}
            name={name}
            answering={answering}
            onQuit={() => setAnswering(undefined)}
            onPosted={(post) => {
              setAnswering(undefined)
              thread.show(post)
            }}
          />
        )}
      </Card>
      <PostActs
        post={acting}
        onClose={() => setActing(undefined)}
        onDone={thread.show}
        onAway={thread.refetch}
      />
    </View>
  )
}
