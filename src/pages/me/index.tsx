import { View } from '@tarojs/components'
import type { MeView } from '~/types/me'
import { useLargeType, useMe } from '@/hooks'
import { ASSURANCE_LABELS, ASSURANCE_TONES, ROLE_LABELS } from '@/labels/me'
import { goTo } from '@/navigate'
import { day } from '@/time'
import { Avatar, CallRow, Card, Page, Row, SectionTitle, SwitchRow, Tag } from '@/ui'
import './index.scss'

/** What staff may open, by what it is about; shown exactly as the server allows. */
const GROUPS = [
  {
    title: '网格里的人和群',
    entries: [
      {
        right: 'announcement.manage' as const,
        label: '一键通知',
        path: '/features/announcement/list/index?list=staff',
      },
      { right: 'membership.manage' as const, label: '网格里的人', path: '/features/staff/members/index' },
      { right: 'group.bind' as const, label: '绑定微信群', path: '/features/group/bind/index' },
    ],
  },
  {
    title: '测评、积分和提醒',
    entries: [
      { right: 'survey.view' as const, label: '满意度测评', path: '/features/survey/list/index?list=area' },
      { right: 'evaluation.view' as const, label: '村党组织评价', path: '/features/evaluation/list/index' },
      { right: 'points.propose' as const, label: '提积分、看公示', path: '/features/points/awards/index' },
      { right: 'points.decide' as const, label: '积分审核', path: '/features/points/awards/index' },
      { right: 'points.goods' as const, label: '积分货架', path: '/features/points/goods/index' },
      { right: 'civility.remind' as const, label: '发文明提醒', path: '/features/civility/form/index' },
    ],
  },
  {
    title: '党员报到',
    entries: [
      { right: 'party.view' as const, label: '党员报到情况', path: '/features/party/report/index' },
      { right: 'party.manage' as const, label: '来报到的党员', path: '/features/party/members/index' },
    ],
  },
  {
    title: '人员和设置',
    entries: [
      { right: 'assignment.view' as const, label: '人员和职务', path: '/features/staff/list/index' },
      { right: 'setting.propose' as const, label: '时限和关键词', path: '/features/setting/list/index' },
    ],
  },
]

function Staff({ can }: Pick<MeView, 'can'>) {
  return GROUPS.map(({ title, entries }) => {
    const open = entries.filter(({ right }) => can.includes(right))
    // One line for a page, however many rights open it; the later one says more.
    const lines = open.filter(({ path }, n) => !open.slice(n + 1).some((other) => other.path === path))
    return lines.length === 0 ? null : (
      <View key={title}>
        <SectionTitle>{title}</SectionTitle>
        <Card>
          {lines.map(({ label, path }) => (
            <Row key={path} label={label} onTap={() => goTo(path)} />
          ))}
        </Card>
      </View>
    )
  })
}

function Who({ me }: { me: MeView }) {
  const named = me.name !== ''
  return (
    <Card onTap={() => goTo('/features/me/profile/index')} label="我的资料" className="me__who">
      <Avatar text={named ? me.name : '我'} />
      <View className="me__words">
        <View className="me__name">{named ? me.name : '怎么称呼您?'}</View>
        <View className="me__line">{me.phone ?? (named ? '没有留手机号' : '点这里填一下')}</View>
      </View>
      {me.partyMember && <Tag tone="red">党员</Tag>}
    </Card>
  )
}

function Grid({ me }: { me: MeView }) {
  const { membership } = me
  return (
    <Card>
      <View className="me__grid">
        <View className="me__name">{membership?.area.name ?? '还没有选网格'}</View>
        {membership !== null && (
          <Tag tone={ASSURANCE_TONES[membership.assurance]}>{ASSURANCE_LABELS[membership.assurance]}</Tag>
        )}
      </View>
      <View className="me__line">{membership?.area.fullName ?? '选好以后,您说的事会直接交给网格员'}</View>
      {membership?.assurance === 'self' && (
        <View className="me__line">网格员确认以后,就能参加评议和投票。</View>
      )}
      <Row
        label={membership === null ? '选我的网格' : '我搬家了,换网格'}
        onTap={() => goTo('/features/area/choose/index')}
      />
    </Card>
  )
}

/** 我的: who I am here, how large the letters are, what is kept of me, and what I look after. */
export default function Me() {
  const me = useMe()
  const { large, setLarge } = useLargeType()
  const [worker] = me.data?.gridWorkers ?? []
  return (
    <Page title="我的" tab={3} state={me}>
      {me.data !== undefined && (
        <>
          <Who me={me.data} />
          <Grid me={me.data} />
          <Card>
            <SwitchRow label="大字版" hint="字和按钮都变大" on={large} onChange={setLarge} />
          </Card>
          {me.data.assignments.length > 0 && (
            <Card>
              {me.data.assignments.map((assignment) => (
                <Row
                  key={assignment.id}
                  label={ROLE_LABELS[assignment.role]}
                  hint={`${assignment.departmentName ?? assignment.area.fullName} · ${day(assignment.from)}起`}
                />
              ))}
            </Card>
          )}
          <Staff can={me.data.can} />
          <Card>
            <Row
              label="诉求月报"
              hint="大家提的事,办得怎样"
              onTap={() => goTo('/features/appeal/month/index')}
            />
            <Row label="我家的积分" onTap={() => goTo('/features/points/account/index')} />
            <Row label="党员报到" onTap={() => goTo('/features/party/mine/index')} />
          </Card>
          {worker !== undefined && <CallRow worker={worker} />}
          <Card>
            <Row label="隐私和我的数据" onTap={() => goTo('/features/me/privacy/index')} />
          </Card>
        </>
      )}
    </Page>
  )
}
