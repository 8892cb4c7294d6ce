import { Picker, View } from '@tarojs/components'
import { serverNow } from '@/api'
import { day } from '@/time'
import { Field } from '@/ui'
import { aria } from '@/ui/aria'
import './Choice.scss'

interface Props {
  value: string
  onChange(bornOn: string): void
  error: string | undefined
}

/** A day of birth, chosen by turning. */
export function BirthDate({ value, onChange, error }: Props) {
  return (
    <Field label="出生日期" error={error}>
      <Picker
        mode="date"
        value={value === '' ? '1980-01-01' : value}
        start="1925-01-01"
        end={day(new Date(serverNow()).toISOString())}
        onChange={(event) => onChange(event.detail.value)}
      >
        <View className="choice" {...aria({ role: 'button', label: '选出生日期' })}>
          {value === '' ? '点这里选' : value}
        </View>
      </Picker>
    </Field>
  )
}
