import { View } from '@tarojs/components'
import type { ComponentView } from '~/types/evaluation'
import { EVALUATION_COMPONENT_LABELS } from '@/labels/evaluation'
import { Bar, Card } from '@/ui'
import { factLines, weightWords } from '../facts'
import { points } from '../view'
import './evaluation.scss'

/** One part of the number: what it came to, how much it counts, and what it was worked out from. */
export function Part({ component }: { component: ComponentView }) {
  const { name, value } = component
  return (
    <Card>
      <View className="evaluation__line">
        <View className="evaluation__name">{EVALUATION_COMPONENT_LABELS[name]}</View>
        <View className="evaluation__value">{value === null ? '不计' : points(value)}</View>
      </View>
      {value !== null && <Bar share={value / 100} tone="green" />}
      <View className="evaluation__said">
        {[weightWords(component), ...factLines(component)].map((line) => (
          <View key={line} className="evaluation__muted">
            {line}
          </View>
        ))}
      </View>
    </Card>
  )
}
