import { View } from '@tarojs/components'
import { useCall, useNow } from '@/hooks'
import { goTo } from '@/navigate'
import { Button, Card, Page, PageState, Row } from '@/ui'
import { MySignup } from '../components/MySignup'
import { whenWords } from '../view'
import { Waiting } from './Waiting'
import './index.scss'

/** 我报的: what the family has signed up for, the next first. */
export default function MyActivities() {
  const now = useNow()
  const mine = useCall('activity.mine', {})
  const signups = mine.data?.signups ?? []
  return (
    <Page title="我报的活动">
      <Waiting />
      <Card>
        <Row
          label="我的服务记录"
          hint="时长、星级和记录卡片"
          onTap={() => goTo('/features/activity/record/index')}
        />
      </Card>
      <PageState
        query={mine}
        isEmpty={signups.length === 0}
        empty={{ icon: 'heart', title: '还没有报活动', line: '看看哪里缺人,搭把手' }}
      >
        {signups.map((signup) => (
          <Card key={signup.id}>
            <View className="myactivity__title">{signup.title}</View>
            <View className="myactivity__line">{whenWords(signup, now)}</View>
            <View className="myactivity__line">
              {signup.place} · {signup.areaName}
            </View>
            <MySignup signup={signup} event={signup} />
            <Button
              size="middle"
              kind="ghost"
              label={`看活动 ${signup.title}`}
              onTap={() => goTo('/features/activity/detail/index', { id: signup.activityId })}
            >
              看活动
            </Button>
          </Card>
        ))}
      </PageState>
      {mine.data !== undefined && signups.length === 0 && (
        <Button onTap={() => goTo('/features/activity/list/index')}>去看看</Button>
      )}
    </Page>
  )
}
