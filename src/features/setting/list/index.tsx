import { View } from '@tarojs/components'
import { useState } from 'react'
import type { SettingView } from '~/types/setting'
import { useCall } from '@/hooks'
import { SETTING_LABELS } from '@/labels/setting'
import { goTo } from '@/navigate'
import { Button, Card, Notice, Page, PageState, Sheet } from '@/ui'
import { lineWords, shownLines } from '../view'
import { Decision } from './Decision'
import { Pending } from './Pending'
import type { Verdict } from './verdict'
import './index.scss'

interface SettingProps {
  setting: SettingView
  onDecide(verdict: Verdict): void
}

const TITLES: Record<Verdict, string> = {
  approve: '同意这个改动',
  refuse: '不同意这个改动',
  takeBack: '收回这个改动',
}

function Setting({ setting, onDecide }: SettingProps) {
  const { name, value, can, refused } = setting
  const { title, line } = SETTING_LABELS[name]
  return (
    <Card>
      <View className="setting__head">
        <View className="setting__name">{title}</View>
        {can.includes('setting.propose') && (
          <Button
            kind="soft"
            size="small"
            label={`改${title}`}
            onTap={() => goTo('/features/setting/form/index', { name })}
          >
            提个改动
          </Button>
        )}
      </View>
      <View className="setting__line">{line}</View>
      {shownLines(name, value).map((one) => (
        <View key={one.key} className="setting__row">
          <View className="setting__label">{one.label}</View>
          <View className="setting__value">{lineWords(name, one)}</View>
        </View>
      ))}
      {refused !== undefined && (
        <Notice tone="gold">{`您提的改动,${refused.decidedByName}没有同意:“${refused.words}”`}</Notice>
      )}
      <Pending setting={setting} onDecide={onDecide} />
    </Card>
  )
}

/** What the district has set for itself, and the changes that wait for a second person. */
export default function Settings() {
  const settings = useCall('setting.list', {})
  const [deciding, setDeciding] = useState<{ id: string; verdict: Verdict }>()
  const items = settings.data?.items ?? []
  const close = () => setDeciding(undefined)
  return (
    <Page title="时限和关键词">
      <PageState
        query={settings}
        isEmpty={items.length === 0}
        empty={{ icon: 'list', title: '还没有设置', line: '请联系系统管理员' }}
      >
        {items.map((setting) => (
          <Setting
            key={setting.name}
            setting={setting}
            onDecide={(verdict) => setDeciding({ id: setting.pending?.id ?? '', verdict })}
          />
        ))}
      </PageState>
      <Sheet open={deciding !== undefined} title={TITLES[deciding?.verdict ?? 'approve']} onClose={close}>
        {deciding !== undefined && <Decision {...deciding} onDone={close} />}
      </Sheet>
    </Page>
  )
}
