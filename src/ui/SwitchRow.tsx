import { Switch } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { aria } from './aria'
import './SwitchRow.scss'

interface Props {
  label: string
  hint?: string
  on: boolean
  onChange(on: boolean): void
}

/** A yes-or-no line; the whole line can be tapped. */
export function SwitchRow({ label, hint, on, onChange }: Props) {
  return (
    <View
      className="switchrow"
      {...aria({ role: 'switch', checked: on, label })}
      onClick={() => onChange(!on)}
    >
      <View className="switchrow__words">
        <View className="switchrow__label">{label}</View>
        {hint !== undefined && <View className="switchrow__hint">{hint}</View>}
      </View>
      {/* The line takes the tap; the switch only shows the state. */}
      <View className="switchrow__switch">
        <Switch checked={on} />
      </View>
    </View>
  )
}
