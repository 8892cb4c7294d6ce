import { View } from '@tarojs/components'
import type { SurveyAnswer, SurveyPaperView } from '~/types/survey'
import { Button, Card } from '@/ui'
import { answerWords, isReady } from '../answers'
import './Review.scss'

interface Props {
  paper: Pick<SurveyPaperView, 'questions'>
  answers: SurveyAnswer[]
  /** What the server says of an answer, by the number of its question from 0. */
  errorOf(index: number): string | undefined
  onChange(index: number): void
}

/** All answers below each other before they are cast; each can be gone back to. */
export function Review({ paper, answers, errorOf, onChange }: Props) {
  return (
    <>
      <View className="review__title">交之前,再看一眼</View>
      {paper.questions.map((question, index) => {
        const answer = answers[index] ?? null
        const wrong = errorOf(index) ?? (isReady(question, answer) ? undefined : '这道题还没有答好')
        return (
          <Card key={index}>
            <View className="review__question">
              {index + 1}. {question.text}
            </View>
            <View className="review__line">
              <View className="review__answer">{answerWords(question, answer)}</View>
              <Button kind="soft" size="small" label={`改第${index + 1}题`} onTap={() => onChange(index)}>
                改
              </Button>
            </View>
            {wrong !== undefined && <View className="review__wrong">{wrong}</View>}
          </Card>
        )
      })}
    </>
  )
}
