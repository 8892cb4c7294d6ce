import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from './aria'
import './Card.scss'

interface Props {
  tone?: 'plain' | 'red' | 'gold' | 'green' | 'blue'
  onTap?: () => void
  /** What a screen reader says of a card that can be tapped. */
  label?: string
  className?: string
}

/** A white (or tinted) box with 16 px corners. */
export function Card({ children, tone = 'plain', onTap, label, className = '' }: PropsWithChildren<Props>) {
  const tappable =
    onTap === undefined ? {} : { hoverClass: 'card--pressed', ...aria({ role: 'button' }), onClick: onTap }
  return (
    <View className={`card card--${tone} ${className}`} {...tappable} {...aria({ label })}>
      {children}
    </View>
  )
}
