import { View } from '@tarojs/components'
import type { PartyPostView } from '~/types/party'
import { useAction } from '@/hooks'
import { Button, Card, SectionTitle, Tag } from '@/ui'
import '../components/party.scss'

/** Posts of the village, to take or to give up. */
export function Posts({ posts }: { posts: PartyPostView[] }) {
  const take = useAction('party.takePost', { done: '记下了' })
  if (posts.length === 0) {
    return null
  }
  return (
    <>
      <SectionTitle>村里的岗位</SectionTitle>
      {posts.map(({ id, name, line, holders, taken, can }) => (
        <Card key={id}>
          <View className="party__head">
            <View className="party__title">{name}</View>
            {taken && <Tag tone="green">我认领了</Tag>}
          </View>
          {line !== '' && <View className="party__muted">{line}</View>}
          <View className="party__muted">{`现在有${holders}位党员`}</View>
          {can.includes('party.takePost') && (
            <View className="party__acts">
              <Button
                size="middle"
                kind={taken ? 'ghost' : 'main'}
                label={`${taken ? '退出' : '认领'}${name}`}
                loading={take.busy}
                onTap={() => void take.run({ postId: id, taken: !taken })}
              >
                {taken ? '退出' : '认领'}
              </Button>
            </View>
          )}
        </Card>
      ))}
    </>
  )
}
