import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useCall, useMe, useNow, useParams } from '@/hooks'
import { CATEGORY_LABELS, STATUS_TONES, statusLine } from '@/labels/appeal'
import { dayTime, leftWords, termWords, usedShare } from '@/time'
import { goTo } from '@/navigate'
import { Bar, Card, Page, PictureGrid, Row, Tag, TellMe, Timeline, VoicePlay } from '@/ui'
import type { AppealView } from '~/types/appeal'
import { holderWords, isOpen, joinWords, timelineOf } from '../view'
import { Actions } from '../components/Actions'
import { Channel } from '../components/Channel'
import { Contact } from '../components/Contact'
import { ForWhom } from '../components/ForWhom'
import { Ratings } from '../components/Ratings'
import { Rounds } from '../components/Rounds'
import { Supplement } from '../components/Supplement'
import { Whistles } from '../components/Whistles'
import './index.scss'

/** How often an open page looks for progress, in milliseconds. */
const EVERY_MS = 20_000

function Head({ appeal }: { appeal: AppealView }) {
  const now = useNow()
  const late = Date.parse(appeal.dueAt) < now
  const share = usedShare(appeal.termFrom, appeal.dueAt, now)
  const tone = late ? 'red' : share > 0.8 ? 'gold' : 'green'
  return (
    <Card>
      <View className="detail__head">
        <Tag tone={STATUS_TONES[appeal.status]}>{statusLine(appeal.status, appeal.level)}</Tag>
        <View className="detail__muted">编号 {appeal.number}</View>
      </View>
      <View className="detail__title">{appeal.title}</View>
      {appeal.content !== 'passed' && !appeal.private && (
        <View className="detail__check">
          <Tag tone="gold">审核中,通过后邻居才看得到</Tag>
        </View>
      )}
      {isOpen(appeal.status) && (
        <>
          <View className="detail__due">
            <View className="detail__muted">{`${termWords(appeal.termFrom, appeal.dueAt)}内办结`}</View>
            <View className={`detail__left detail__left--${tone}`}>{leftWords(appeal.dueAt, now)}</View>
          </View>
          <Bar share={share} tone={tone} />
          <View className="detail__holder">现在在:{holderWords(appeal)}</View>
          {appeal.signDueAt !== undefined && appeal.can.includes('appeal.accept') && (
            <View className="detail__holder">请在 {dayTime(appeal.signDueAt)} 前接单</View>
          )}
          {appeal.contactDueAt !== undefined && appeal.relation === 'own' && (
            <View className="detail__holder">{dayTime(appeal.contactDueAt)} 前会有人联系您</View>
          )}
        </>
      )}
    </Card>
  )
}

function Facts({ appeal }: { appeal: AppealView }) {
  const where = [appeal.areaName, appeal.place].filter((part) => part !== '').join(' · ')
  return (
    <Card>
      <View className="detail__text">{appeal.text}</View>
      {appeal.voices.map((voice) => (
        <VoicePlay key={voice.id} voice={voice} />
      ))}
      <PictureGrid pictures={appeal.pictures} />
      <View className="detail__muted">
        {CATEGORY_LABELS[appeal.category]} · {where}
      </View>
      {appeal.relation !== 'own' && <View className="detail__muted">反映人:{appeal.submitterName}</View>}
      {appeal.joinCount > 0 && <View className="detail__muted">{joinWords(appeal)}</View>}
      <ForWhom behalf={appeal.behalf} />
      {appeal.outside && <View className="detail__muted">他不在小程序里,要当面说或打电话</View>}
      {appeal.cityNumber !== null && <View className="detail__muted">市12345编号 {appeal.cityNumber}</View>}
      {appeal.private && <View className="detail__muted">没有发到群里,只有办理的同志看得到</View>}
    </Card>
  )
}

/** 诉求进度: where it is, what was done, what comes next. Whole for who asked and who handles it, masked for others. */
export default function AppealDetail() {
  const { id = '', deliveryId } = useParams()
  const me = useMe(deliveryId)
  // The first call proves the group; before it a neighbour who comes from a card might not be known here.
  const query = useCall('appeal.info', { id }, { when: me.data !== undefined, every: EVERY_MS })
  const appeal = query.data
  useShareAppMessage(() => ({
    title: `${appeal?.title ?? '邻居的诉求'}:看看办得怎样了`,
    path: `/features/appeal/detail/index?id=${id}`,
  }))
  const waiting = me.data === undefined ? me : query
  return (
    <Page
      title={appeal?.relation === 'neighbour' ? '邻居的诉求' : '诉求进度'}
      state={waiting}
      foot={appeal && <Actions appeal={appeal} phone={me.data?.gridWorkers[0]?.phone ?? ''} />}
    >
      {appeal !== undefined && (
        <>
          <Head appeal={appeal} />
          <Channel channel={appeal.channel} />
          <Contact {...appeal} />
          <Whistles appeal={appeal} />
          <Facts appeal={appeal} />
          <Ratings {...appeal} />
          <Card>
            <Timeline items={timelineOf(appeal)} />
          </Card>
          {appeal.relation === 'own' && isOpen(appeal.status) && <TellMe kind="progress" what="有进展" />}
          <Rounds appeal={appeal} />
          {appeal.can.includes('appeal.supplement') && (
            <Supplement id={appeal.id} asker={appeal.relation === 'staff'} />
          )}
          {appeal.can.includes('appeal.withdraw') && (
            <Card>
              <Row
                label="不用办了"
                value="撤回"
                onTap={() => goTo('/features/appeal/handle/index', { id, action: 'appeal.withdraw' })}
              />
            </Card>
          )}
        </>
      )}
    </Page>
  )
}
