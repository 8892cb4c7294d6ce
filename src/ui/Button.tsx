import { Button as NativeButton, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from './aria'
import './Button.scss'

interface Props {
  onTap?: () => void
  /** main: the one thing to do here · ghost: beside it · soft: small ones on a card. */
  kind?: 'main' | 'ghost' | 'danger' | 'dangerGhost' | 'soft'
  size?: 'big' | 'middle' | 'small'
  loading?: boolean
  disabled?: boolean
  openType?: 'share' | 'agreePrivacyAuthorization'
  /** What the page's share handler reads from the tapped button. */
  share?: Record<string, unknown>
  label?: string
}

/** A button of at least 44 px; big ones 52 px, 60 px in large type. Shows that it works on something and takes no second tap. */
export function Button({
  children,
  onTap,
  kind = 'main',
  size = 'big',
  loading = false,
  ...rest
}: PropsWithChildren<Props>) {
  const { disabled = false, openType, share, label } = rest
  const off = disabled || loading
  return (
    <NativeButton
      className={`button button--${kind} button--${size} ${disabled ? 'button--off' : ''}`}
      hoverClass="button--pressed"
      {...(off && { disabled: true })} // the browser's element takes even `false` for disabled
      {...aria({ role: 'button', label, ...(off && { disabled: true }) })}
      {...(openType !== undefined && { openType })}
      {...(share !== undefined && { 'data-share': share })}
      onClick={() => !off && onTap?.()}
    >
      {loading && <View className="button__spinner" />}
      {children}
    </NativeButton>
  )
}
