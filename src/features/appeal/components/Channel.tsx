import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { AppealView } from '~/types/appeal'
import { CHANNEL_LABELS, LEGAL_HOTLINE, petitionLines } from '@/labels/legal'
import { Card, Row } from '@/ui'
import './Channel.scss'

/** For a matter that is decided elsewhere: where, how long each step takes, whom to ask. */
export function Channel({ channel }: Pick<AppealView, 'channel'>) {
  if (channel === null) {
    return null
  }
  return (
    <Card>
      <View className="channel__title">这件事要走:{CHANNEL_LABELS[channel]}</View>
      {channel === 'petition' &&
        petitionLines().map((line) => (
          <View key={line} className="channel__line">
            {line}
          </View>
        ))}
      <Row
        label="不清楚怎么走"
        value={`免费问${LEGAL_HOTLINE}`}
        onTap={() => void Taro.makePhoneCall({ phoneNumber: LEGAL_HOTLINE }).catch(() => undefined)}
      />
    </Card>
  )
}
