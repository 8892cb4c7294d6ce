import { View } from '@tarojs/components'
import { useSubscription } from '@/hooks'
import type { SubscriptionKind } from '~/types/subscription'
import { Button } from './Button'
import { Card } from './Card'
import './TellMe.scss'

interface Props {
  kind: SubscriptionKind
  /** What WeChat is to tell: 有进展. */
  what: string
}

/** Offers that WeChat tells the person by itself; absent where it cannot. */
export function TellMe({ kind, what }: Props) {
  const { offered, quota, said, busy, ask } = useSubscription(kind)
  if (!offered) {
    return null
  }
  const left = quota > 0 ? `${what},微信会告诉您,还能告诉${quota}次。` : '点下面同意一次,微信就告诉您一次。'
  const off = '您的微信关掉了消息。点右上角“…”,进“设置”“通知管理”里打开。'
  return (
    <Card>
      <View className="tellme">
        <View className="tellme__line">{said === 'off' ? off : left}</View>
        <Button kind="soft" size="middle" loading={busy} onTap={() => void ask()}>
          {quota > 0 ? '再加一次' : `${what},微信告诉我`}
        </Button>
        {said === 'declined' && <View className="tellme__muted">没关系,打开小程序,消息都在小程序里。</View>}
      </View>
    </Card>
  )
}
