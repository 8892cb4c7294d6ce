import { View } from '@tarojs/components'
import type { VoiceView } from '~/types/voice'
import { useSound } from '@/hooks'
import { aria } from './aria'
import { Button } from './Button'
import { Icon } from './Icon'
import './VoicePlay.scss'

/** A recording as a line that can be listened to. */
export function VoicePlay({ voice }: { voice: VoiceView }) {
  const { playing, failed, toggle } = useSound(voice.url)
  const words = `语音 ${voice.seconds}秒`
  const act = playing ? '停下' : '听一听'
  return (
    <View className="voiceplay">
      <View className="voiceplay__words">
        <View className="voiceplay__label">{words}</View>
        {failed && (
          <View className="voiceplay__problem" {...aria({ role: 'alert' })}>
            现在放不出来,请稍后再试
          </View>
        )}
      </View>
      <Button kind="soft" size="small" label={`${act},${words}`} onTap={toggle}>
        <Icon name={playing ? 'stop' : 'play'} size={20} />
        {act}
      </Button>
    </View>
  )
}
