import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { GridWorkerView } from '~/types/me'
import { Avatar } from './Avatar'
import { Button } from './Button'
import { Card } from './Card'
import { Tag } from './Tag'
import './CallRow.scss'

/** The grid worker with a telephone: a call is always one tap away. */
export function CallRow({ worker }: { worker: GridWorkerView }) {
  return (
    <Card className="callrow">
      <Avatar text="网" />
      <View className="callrow__words">
        <View className="callrow__name">
          网格员 {worker.name} <Tag tone="green">在岗</Tag>
        </View>
        <View className="callrow__line">有事就找网格员</View>
      </View>
      {worker.phone !== '' && (
        <Button
          kind="soft"
          size="small"
          label={`打电话给网格员${worker.name}`}
          onTap={() => void Taro.makePhoneCall({ phoneNumber: worker.phone }).catch(() => undefined)}
        >
          打电话
        </Button>
      )}
    </Card>
  )
}
