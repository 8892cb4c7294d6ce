import { View } from '@tarojs/components'
import { Bar } from './Bar'
import './StepBar.scss'

/** How far one is: a bar and “2 / 5”. */
export function StepBar({ step, steps }: { step: number; steps: number }) {
  return (
    <View className="stepbar">
      <View className="stepbar__bar">
        <Bar share={step / steps} tone="peach" />
      </View>
      <View className="stepbar__count">
        {step} / {steps}
      </View>
    </View>
  )
}
