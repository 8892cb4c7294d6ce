import { View } from '@tarojs/components'
import type { PostView } from '~/types/thread'
import { useNow } from '@/hooks'
import { agoWords } from '@/time'
import { PictureGrid, Tag } from '@/ui'
import { aria } from '@/ui/aria'

interface Props {
  post: PostView
  onAnswer: (() => void) | undefined
  onMore: (() => void) | undefined
}

function Words({ post }: { post: PostView }) {
  const { hidden, words, replyTo } = post
  if (hidden && words === '') {
    return <View className="thread__gone">{post.mine ? '您撤回了这句话' : '这句话已经收起来了'}</View>
  }
  return (
    <View className="thread__words">
      {replyTo !== undefined && `回${replyTo.by}:`}
      {words}
    </View>
  )
}

/** One thing that was said: who, when, what, and what can be done about it. */
export function PostLine({ post, onAnswer, onMore }: Props) {
  const now = useNow()
  const { reportCount = 0 } = post
  return (
    <View className={`thread__post ${post.toMe ? 'thread__post--tome' : ''}`}>
      <View className="thread__head">
        <View className="thread__by">{post.by}</View>
        {post.byAsker && <Tag tone="peach">求助人</Tag>}
        {post.byStaff && <Tag tone="green">工作人员</Tag>}
        <View className="thread__at">{agoWords(post.at, now)}</View>
      </View>
      <Words post={post} />
      <PictureGrid pictures={post.pictures} />
      {post.content !== 'passed' && <Tag tone="gold">审核中,通过后邻居才看得到</Tag>}
      {post.hidden && post.words !== '' && <Tag tone="grey">大家看不到</Tag>}
      {reportCount > 0 && <Tag tone="red">{`${reportCount}人反映`}</Tag>}
      <View className="thread__acts">
        {onAnswer !== undefined && !post.mine && (
          <View
            className="thread__act"
            {...aria({ role: 'button', label: `回${post.by}一句` })}
            onClick={onAnswer}
          >
            回一句
          </View>
        )}
        {onMore !== undefined && (
          <View
            className="thread__act"
            {...aria({ role: 'button', label: `${post.by}这句话,更多` })}
            onClick={onMore}
          >
            更多
          </View>
        )}
      </View>
    </View>
  )
}
