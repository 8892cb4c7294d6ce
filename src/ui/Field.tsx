import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { aria } from './aria'
import './Field.scss'

interface Props {
  label: string
  /** What is wrong here, in the user's words. */
  error?: string | undefined
  hint?: string
  /** Something to tap at the right of the label: 改. */
  action?: ReactNode
}

/** A white box with a label above what is filled in, and the error where it belongs. */
export function Field({ label, error, hint, action, children }: PropsWithChildren<Props>) {
  return (
    <View className={`field ${error === undefined ? '' : 'field--wrong'}`}>
      <View className="field__head">
        <View className="field__label">{label}</View>
        {action}
      </View>
      {children}
      {hint !== undefined && <View className="field__hint">{hint}</View>}
      {error !== undefined && (
        <View className="field__error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  )
}
