import { View } from '@tarojs/components'
import type { SurveyAnswer } from '~/types/survey'
import { aria } from '@/ui/aria'
import './ScoreKeys.scss'

/** 10 first, as the best stands first everywhere. */
const SCORES = Array.from({ length: 11 }, (_, index) => 10 - index)

/** 0 to 10 as keys, for fingers and not for sliding. */
export function ScoreKeys({ value, onChange }: { value: SurveyAnswer; onChange(score: number): void }) {
  return (
    <View className="scorekeys">
      {SCORES.map((score) => (
        <View
          key={score}
          className={`scorekeys__key ${value === score ? 'scorekeys__key--on' : ''}`}
          hoverClass="scorekeys__key--pressed"
          {...aria({ role: 'radio', checked: value === score, label: `${score}分` })}
          onClick={() => onChange(score)}
        >
          {score}
        </View>
      ))}
    </View>
  )
}
