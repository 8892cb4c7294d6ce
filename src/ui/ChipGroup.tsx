import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from './aria'
import './ChipGroup.scss'

export interface ChipGroupProps<T extends string> {
  /** For screen readers: what is chosen here. */
  label: string
  value: T | undefined
  options: { value: T; label: string }[]
  onChange(value: T): void
  /** Shows this many and 更多; the chosen one is always among them. */
  more?: number
}

/** One of several short words; radio buttons to a screen reader. */
export function ChipGroup<T extends string>({ label, value, options, onChange, more }: ChipGroupProps<T>) {
  const [open, setOpen] = useState(false)
  const folded = more !== undefined && !open && options.length > more
  const first = folded ? options.slice(0, more) : options
  const chosen = options.find((option) => option.value === value)
  const shown = chosen === undefined || first.includes(chosen) ? first : [chosen, ...first.slice(0, -1)]
  return (
    <View className="chips" {...aria({ role: 'radiogroup', label: label })}>
      {shown.map((option) => {
        const on = option.value === value
        return (
          <View
            key={option.value}
            className={`chips__chip ${on ? 'chips__chip--on' : ''}`}
            hoverClass="chips__chip--pressed"
            {...aria({ role: 'radio', checked: on })}
            onClick={() => onChange(option.value)}
          >
            {option.label}
          </View>
        )
      })}
      {folded && (
        <View className="chips__chip" {...aria({ role: 'button' })} onClick={() => setOpen(true)}>
          更多
        </View>
      )}
    </View>
  )
}
