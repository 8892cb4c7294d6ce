import { View } from '@tarojs/components'
import { aria } from './aria'
import './ChipGroup.scss'

interface Props {
  /** For screen readers: what is chosen here. */
  label: string
  values: string[]
  options: { value: string; label: string }[]
  onChange(values: string[]): void
}

/** Several of some short words; checkboxes to a screen reader. */
export function ChipChecks({ label, values, options, onChange }: Props) {
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <View className="chips" {...aria({ role: 'group', label })}>
      {options.map(({ value, label: name }) => {
        const on = values.includes(value)
        return (
          <View
            key={value}
            className={`chips__chip ${on ? 'chips__chip--on' : ''}`}
            hoverClass="chips__chip--pressed"
            {...aria({ role: 'checkbox', checked: on })}
            onClick={() => toggle(value)}
          >
            {name}
          </View>
        )
      })}
    </View>
  )
}
