import { View } from '@tarojs/components'
import type { EstimateView } from '~/types/survey-results'
import { aria } from '@/ui/aria'
import './IntervalBar.scss'

const at = (value: number) => `${Math.min(100, Math.max(0, value))}%`

/** 0 to 100 as a bar, with two black marks where the 95 % interval ends. The numbers stand beside it in words. */
export function IntervalBar({
  estimate,
  tone = 'green',
}: {
  estimate: EstimateView
  tone?: 'green' | 'gold' | 'red'
}) {
  const { value, low, high } = estimate
  return (
    <View className="intervalbar" {...aria({ hidden: true })}>
      <View className="intervalbar__track">
        <View className={`intervalbar__part intervalbar__part--${tone}`} style={{ width: at(value) }} />
      </View>
      <View className="intervalbar__mark" style={{ left: at(low) }} />
      <View className="intervalbar__mark" style={{ left: at(high) }} />
    </View>
  )
}
