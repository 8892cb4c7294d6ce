import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAction, useMe } from '@/hooks'
import { goTab, goTo } from '@/navigate'
import { Button, Card, Notice, Page, Row, SectionTitle, Sheet } from '@/ui'
import './index.scss'

const NOTICE = [
  {
    title: '记下什么',
    line: '您怎么称呼、手机号(愿意留才留)、住在哪个网格、您说的话、录音和照片。不记身份证号,不跟踪位置,不读您的日历和通讯录。',
  },
  { title: '用来做什么', line: '把您的事交给该办的人,办好了告诉您。不做别的。' },
  {
    title: '谁看得到',
    line: '办这件事的同志看得到您的称呼;要打电话才能用到号码,每次都有记录。邻居看到的是“一位邻居”。',
  },
  { title: '留多久', line: '诉求办结后留3年,照片留1年,到期自动删除。没发出去的照片和录音第二天就删。' },
  {
    title: '录音',
    line: '您点“说话”才会录。录音用腾讯云转成文字,给您看过、您说对才用;办这件事的同志也能听。',
  },
  { title: '照片', line: '拍摄的地点、时间和手机型号,上传后会自动去掉。' },
]

/** The privacy notice in plain words, and what one can do with one's own data. */
export default function Privacy() {
  const me = useMe()
  const [leaving, setLeaving] = useState(false)
  const remove = useAction('me.remove', { done: '已经注销', refresh: ['me', 'appeal', 'feed'] })
  async function leave() {
    if ((await remove.run({ confirm: true })) !== undefined) {
      setLeaving(false)
      goTab('/pages/home/index')
    }
  }
  return (
    <Page title="隐私和我的数据" state={me}>
      <Card>
        {NOTICE.map(({ title, line }) => (
          <View key={title} className="privacy__point">
            <View className="privacy__title">{title}</View>
            <View className="privacy__line">{line}</View>
          </View>
        ))}
      </Card>
      <Notice tone="green">
        {me.data?.consented === true ? '您已经同意这份说明。' : '您还没有填过个人资料。'}
      </Notice>
      <SectionTitle>我可以</SectionTitle>
      <Card>
        <Row label="看看留着我的什么" hint="也可以复制带走" onTap={() => goTo('/features/me/data/index')} />
        <Row label="改我的资料" onTap={() => goTo('/features/me/profile/index')} />
        <Row label="注销" danger onTap={() => setLeaving(true)} />
      </Card>
      <Sheet open={leaving} title="真的要注销吗?" onClose={() => setLeaving(false)}>
        <Card>
          <View>称呼和手机号马上删掉,您也不再属于这个网格。提过的诉求会留下来办完,但不再写着是谁提的。</View>
        </Card>
        {remove.failure !== undefined && <Notice tone="red">{remove.failure.message}</Notice>}
        <View className="privacy__buttons">
          <Button onTap={() => setLeaving(false)}>不注销了</Button>
          <Button kind="dangerGhost" loading={remove.busy} onTap={() => void leave()}>
            注销
          </Button>
        </View>
      </Sheet>
    </Page>
  )
}
