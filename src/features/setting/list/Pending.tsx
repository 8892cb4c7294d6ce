import { View } from '@tarojs/components'
import type { SettingView } from '~/types/setting'
import { serverNow } from '@/api'
import { agoWords } from '@/time'
import { Button, Tag } from '@/ui'
import { SETTING_LABELS } from '@/labels/setting'
import { changesOf } from '../changes'
import type { Verdict } from './verdict'

interface Props {
  setting: SettingView
  onDecide(verdict: Verdict): void
}

/** A change that waits for a second person: what, why and by whom. */
export function Pending({ setting, onDecide }: Props) {
  const { name, pending, can } = setting
  if (pending === undefined) {
    return null
  }
  const { title } = SETTING_LABELS[name]
  const usable = pending.mine || can.includes('setting.approve')
  return (
    <View className="setting__pending">
      <View className="setting__head">
        <View className="setting__line">
          {pending.mine ? '您' : pending.proposedByName}
          {agoWords(pending.proposedAt, serverNow())}提的改动
        </View>
        <Tag tone={usable ? 'gold' : 'grey'}>
          {pending.mine ? '等同事同意' : usable ? '等您同意' : '不能用了'}
        </Tag>
      </View>
      {changesOf(setting).map(({ key, words }) => (
        <View key={key} className="setting__change">
          {words}
        </View>
      ))}
      <View className="setting__line">原因:{pending.reason}</View>
      {!usable && <View className="setting__line">这项后来又变过,请退回,再按新的提。</View>}
      <View className="setting__buttons">
        {can.includes('setting.approve') && (
          <Button size="small" label={`同意${title}的改动`} onTap={() => onDecide('approve')}>
            同意
          </Button>
        )}
        {can.includes('setting.refuse') && (
          <Button
            kind="ghost"
            size="small"
            label={`${pending.mine ? '收回' : '不同意'}${title}的改动`}
            onTap={() => onDecide(pending.mine ? 'takeBack' : 'refuse')}
          >
            {pending.mine ? '收回' : '不同意'}
          </Button>
        )}
      </View>
    </View>
  )
}
