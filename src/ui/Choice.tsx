import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import './Choice.scss'

interface Props {
  label: string
  on: boolean
  onTap(): void
  /** A drawing before the word. */
  icon?: ReactNode
  /** checkbox: several may be chosen. */
  role?: 'radio' | 'checkbox'
}

/** One of a few answers, large enough for any thumb. */
export function Choice({ label, on, onTap, icon, role = 'radio' }: Props) {
  return (
    <View
      className={`choice ${on ? 'choice--on' : ''}`}
      hoverClass="choice--pressed"
      {...aria({ role, checked: on, label })}
      onClick={onTap}
    >
      {icon ?? <View className={`choice__mark choice__mark--${role} ${on ? 'choice__mark--on' : ''}`} />}
      <View className="choice__label">{label}</View>
    </View>
  )
}
