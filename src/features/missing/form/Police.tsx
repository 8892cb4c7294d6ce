import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, Card } from '@/ui'
import '../components/Person.scss'

/** The police first: nobody has to wait 24 hours. */
export function Police() {
  return (
    <Card tone="red" className="person__stack">
      <View className="person__title">先打110</View>
      <View className="person__looks">不用等24小时。打完110再填下面,邻居们帮着一起找。</View>
      <Button
        kind="danger"
        onTap={() => void Taro.makePhoneCall({ phoneNumber: '110' }).catch(() => undefined)}
      >
        打110
      </Button>
    </Card>
  )
}
