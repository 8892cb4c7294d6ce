import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PartyPostView } from '~/types/party'
import { useCall } from '@/hooks'
import { ActionBar, Button, Card, Page, PageState, Tag } from '@/ui'
import { PostSheet } from './PostSheet'
import '../components/party.scss'

/** 党员岗位: what the village would have its members do. */
export default function PartyPosts() {
  const posts = useCall('party.posts', {})
  const [asked, setAsked] = useState<{ post?: PartyPostView }>()
  const { items = [], canOffer = false } = posts.data ?? {}
  return (
    <Page
      title="党员岗位"
      foot={
        canOffer && (
          <ActionBar>
            <Button onTap={() => setAsked({})}>设一个岗位</Button>
          </ActionBar>
        )
      }
    >
      <PageState
        query={posts}
        isEmpty={items.length === 0}
        empty={{ icon: 'flag', title: '还没有岗位', line: '设好岗位,党员才能报到认领' }}
      >
        {items.map((post) => (
          <Card key={post.id}>
            <View className="party__head">
              <View className="party__title">{post.name}</View>
              {!post.shown && <Tag tone="grey">没开放</Tag>}
            </View>
            {post.line !== '' && <View className="party__muted">{post.line}</View>}
            <View className="party__muted">{`现在有${post.holders}位党员`}</View>
            {post.can.includes('party.offerPost') && (
              <View className="party__acts">
                <Button
                  kind="ghost"
                  size="middle"
                  label={`改一改${post.name}`}
                  onTap={() => setAsked({ post })}
                >
                  改一改
                </Button>
              </View>
            )}
          </Card>
        ))}
      </PageState>
      {asked !== undefined && <PostSheet post={asked.post} onClose={() => setAsked(undefined)} />}
    </Page>
  )
}
