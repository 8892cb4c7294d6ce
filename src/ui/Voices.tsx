import { View } from '@tarojs/components'
import { VOICES_MAX, type VoiceView } from '~/types/voice'
import { Button } from './Button'
import { VoiceButton } from './VoiceButton'
import { VoicePlay } from './VoicePlay'
import './Voices.scss'

interface Props {
  value: VoiceView[]
  onChange(voices: VoiceView[]): void
  /** What has been typed so far. */
  text: string
  /** With what was understood after it, for the person to put right. */
  onText(text: string): void
}

/** Speaking beside typing: each recording is kept and can be listened to and left out again. */
export function Voices({ value, onChange, text, onText }: Props) {
  function take(voice: VoiceView) {
    onChange([...value, voice])
    if (voice.text !== '') {
      onText(text === '' ? voice.text : `${text}\n${voice.text}`)
    }
  }
  return (
    <View className="voices">
      {value.map((voice) => (
        <View key={voice.id} className="voices__one">
          <View className="voices__play">
            <VoicePlay voice={voice} />
          </View>
          <Button
            kind="ghost"
            size="small"
            label="删掉这段语音"
            onTap={() => onChange(value.filter(({ id }) => id !== voice.id))}
          >
            删掉
          </Button>
        </View>
      ))}
      {value.length < VOICES_MAX && <VoiceButton onVoice={take} />}
    </View>
  )
}
