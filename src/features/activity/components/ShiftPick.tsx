import { View } from '@tarojs/components'
import type { ShiftView } from '~/types/activity'
import { useNow } from '@/hooks'
import { Card } from '@/ui'
import { aria } from '@/ui/aria'
import { whenWords } from '../view'
import './ShiftPick.scss'

interface Props {
  shifts: ShiftView[]
  value: string | undefined
  onChange(id: string): void
}

/** 选一个时段: each with the places that are left. */
export function ShiftPick({ shifts, value, onChange }: Props) {
  const now = useNow()
  return (
    <Card>
      <View className="shiftpick__title">{shifts.length > 1 ? '选一个时段' : '时段'}</View>
      <View {...aria({ role: 'radiogroup', label: '时段' })}>
        {shifts.map((shift) => {
          const on = shift.id === value
          return (
            <View
              key={shift.id}
              className={`shiftpick__row ${on ? 'shiftpick__row--on' : ''}`}
              hoverClass="shiftpick__row--pressed"
              {...aria({ role: 'radio', checked: on })}
              onClick={() => onChange(shift.id)}
            >
              <View className="shiftpick__when">{whenWords(shift, now)}</View>
              <View className="shiftpick__left">
                {shift.left > 0 ? `剩 ${shift.left}` : `候补 ${shift.waiting}`}
              </View>
            </View>
          )
        })}
      </View>
    </Card>
  )
}
