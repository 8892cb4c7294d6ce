import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, Card } from '@/ui'
import './Danger.scss'

const NUMBERS = [
  { number: '110', what: '报警' },
  { number: '119', what: '火警' },
  { number: '120', what: '急救' },
  { number: '122', what: '交通事故' },
]

/** Danger to life comes first: the numbers to call, before anything is sent. */
export function Danger() {
  return (
    <Card tone="red">
      <View className="danger__title">有生命危险,请先打电话</View>
      <View className="danger__numbers">
        {NUMBERS.map(({ number, what }) => (
          <Button
            key={number}
            kind="danger"
            size="middle"
            label={`拨打${number},${what}`}
            onTap={() => void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)}
          >
            {number} {what}
          </Button>
        ))}
      </View>
      <View className="danger__line">交上来后,网格员那里马上标红提醒;几点前给您答复,交完就看得到。</View>
    </Card>
  )
}
