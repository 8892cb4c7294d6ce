import { View } from '@tarojs/components'
import type { VoiceView } from '~/types/voice'
import { CAN_RECORD, useRecorder, type RecorderPhase } from '@/hooks'
import { aria } from './aria'
import { Button } from './Button'
import { Icon } from './Icon'
import './VoiceButton.scss'

interface Props {
  /** What was said, with the words that were understood, if any; the person confirms them. */
  onVoice(voice: VoiceView): void
}

const WORDS: Record<RecorderPhase, (seconds: number) => string> = {
  idle: () => '说话',
  starting: () => '正在打开麦克风…',
  listening: (seconds) => `正在听… ${seconds}秒,点一下说完`,
  sending: () => '正在转成文字…',
  unsent: () => '再传一次',
}

/** Speaking instead of typing: one tap begins, the next one ends. Not there where the phone cannot record. */
export function VoiceButton({ onVoice }: Props) {
  const { phase, seconds, problem, tap, drop } = useRecorder(onVoice)
  if (!CAN_RECORD) {
    return null
  }
  const words = WORDS[phase](seconds)
  const listening = phase === 'listening'
  return (
    <View className="voicebutton">
      <Button
        kind={listening ? 'main' : 'soft'}
        loading={phase === 'starting' || phase === 'sending'}
        label={words}
        onTap={tap}
      >
        <View className="voicebutton__face">
          {phase === 'idle' && <Icon name="mic" />}
          {listening && <Icon name="stop" color="#ffffff" />}
          {words}
        </View>
      </Button>
      {phase === 'unsent' && (
        <Button kind="ghost" size="middle" onTap={drop}>
          不要这段,重新说
        </Button>
      )}
      {problem !== undefined && (
        <View className="voicebutton__problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
    </View>
  )
}
