import { View } from '@tarojs/components'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'
import { PictureGrid } from './PictureGrid'
import { VoicePlay } from './VoicePlay'
import './Timeline.scss'

export interface TimelineItem {
  key: string
  title: string
  lines: string[]
  state: 'done' | 'now' | 'next'
  pictures?: PictureView[]
  voices?: VoiceView[]
}

/** What happened, what happens now, what comes next. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <View className="timeline">
      {items.map((item) => (
        <View key={item.key} className={`timeline__step timeline__step--${item.state}`}>
          <View className="timeline__dot" />
          <View className="timeline__title">{item.title}</View>
          {item.lines.map((line) => (
            <View key={line} className="timeline__line">
              {line}
            </View>
          ))}
          {item.voices?.map((voice) => (
            <VoicePlay key={voice.id} voice={voice} />
          ))}
          {item.pictures !== undefined && <PictureGrid pictures={item.pictures} />}
        </View>
      ))}
    </View>
  )
}
