import { Picker, View } from '@tarojs/components'
import { Row } from './Row'

interface Props {
  label: string
  mode: 'date' | 'time'
  /** YYYY-MM-DD or HH:MM; where the wheel stands. */
  value: string
  /** What the line says instead of the value. */
  shown?: string
  onChange(value: string): void
}

/** A line that opens the phone's own wheel for a day or a time. */
export function PickerRow({ label, mode, value, shown = value, onChange }: Props) {
  return (
    <Picker mode={mode} value={value} onChange={(event) => onChange(event.detail.value)}>
      <View>
        <Row label={label} value={shown} onTap={() => undefined} />
      </View>
    </Picker>
  )
}
