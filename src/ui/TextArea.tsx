import { Textarea, View } from '@tarojs/components'
import { ariaOfField } from './aria'
import './TextArea.scss'

interface Props {
  value: string
  onChange(value: string): void
  /** Most characters; the count shows when less than a tenth is left. Longer text is kept and said to be too long. */
  max: number
  placeholder?: string
  label?: string
  /** px before large type. */
  minHeight?: number
}

/** Several lines of text that grow with what is written. */
export function TextArea({ value, onChange, max, placeholder = '', label, minHeight = 76 }: Props) {
  const length = [...value].length
  const near = length > max * 0.9
  return (
    <View className="textarea">
      <Textarea
        className="textarea__input"
        style={{ minHeight: `calc(${minHeight}px * var(--k))` }}
        value={value}
        maxlength={-1}
        autoHeight
        placeholder={placeholder}
        placeholderClass="textarea__placeholder"
        disableDefaultPadding
        {...ariaOfField(label)}
        onInput={(event) => onChange(event.detail.value)}
      />
      {near && (
        <View className={`textarea__count ${length > max ? 'textarea__count--over' : ''}`}>
          {length > max ? `多了${length - max}个字` : `还能写${max - length}个字`}
        </View>
      )}
    </View>
  )
}
