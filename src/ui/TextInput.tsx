import { Input } from '@tarojs/components'
import { ariaOfField } from './aria'
import './TextInput.scss'

interface Props {
  value: string
  onChange(value: string): void
  placeholder?: string
  type?: 'text' | 'phone' | 'number'
  max?: number
  label?: string
  onConfirm?: () => void
}

/** One line of text. */
export function TextInput({
  value,
  onChange,
  placeholder = '',
  type = 'text',
  max = 60,
  label,
  onConfirm,
}: Props) {
  return (
    <Input
      className="textinput"
      value={value}
      type={type === 'text' ? 'text' : 'number'}
      maxlength={max}
      placeholder={placeholder}
      placeholderClass="textinput__placeholder"
      {...ariaOfField(label)}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={() => onConfirm?.()}
    />
  )
}
