import { View } from '@tarojs/components'
import { TextInput } from '@/ui'
import './form.scss'

interface Props {
  label: string
  hint?: string
  value: string
  error: string | undefined
  onChange(value: string): void
}

/** A whole number with what it means beside it. */
export function NumberLine({ label, hint, value, error, onChange }: Props) {
  return (
    <>
      <View className="surveyform__line">
        <View className="surveyform__grow">
          <View>{label}</View>
          {hint !== undefined && <View className="surveyform__hint">{hint}</View>}
        </View>
        <View className="surveyform__number">
          <TextInput label={label} type="number" max={6} value={value} onChange={onChange} />
        </View>
      </View>
      {error !== undefined && <View className="surveyform__error">{error}</View>}
    </>
  )
}
