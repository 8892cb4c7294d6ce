import { useState } from 'react'
import type { SurveyAnswer, SurveyPaperView } from '~/types/survey'
import { useCall, useParams } from '@/hooks'
import { goBack } from '@/navigate'
import { ActionBar, Button, Notice, Page, StepBar } from '@/ui'
import { withAnswer } from '../answers'
import { Intro } from '../components/Intro'
import { Question } from '../components/Question'
import { Review } from '../components/Review'

/** Before the first question stands what it is about. */
const INTRO = -1

function Shown({ paper, at, answers, onAnswer, onGo }: Walk & { paper: SurveyPaperView }) {
  const question = paper.questions[at]
  if (at === INTRO) {
    return <Intro paper={paper} />
  }
  return (
    <>
      <StepBar step={Math.min(at + 1, paper.questions.length)} steps={paper.questions.length} />
      {question === undefined ? (
        <Review paper={paper} answers={answers} errorOf={() => undefined} onChange={onGo} />
      ) : (
        <Question key={at} question={question} answer={answers[at] ?? null} onChange={onAnswer} />
      )}
    </>
  )
}

interface Walk {
  at: number
  answers: SurveyAnswer[]
  onAnswer(answer: SurveyAnswer): void
  onGo(at: number): void
}

/** The sheet exactly as a resident goes through it; nothing of what is tapped is kept. */
export default function SurveyPreview() {
  const { id = '' } = useParams()
  const paper = useCall('survey.preview', { id })
  const [at, setAt] = useState(INTRO)
  const [answers, setAnswers] = useState<SurveyAnswer[]>([])
  const last = paper.data?.questions.length ?? 0
  return (
    <Page
      title="居民看到的样子"
      state={paper}
      foot={
        <ActionBar>
          <Button kind="ghost" onTap={() => (at === INTRO ? goBack() : setAt(at - 1))}>
            {at === INTRO ? '返回' : '上一步'}
          </Button>
          <Button onTap={() => (at >= last ? goBack() : setAt(at + 1))}>
            {at >= last ? '看完了' : at === INTRO ? '开始' : '下一步'}
          </Button>
        </ActionBar>
      }
    >
      <Notice tone="blue">这是预览,怎么点都不会投出去。</Notice>
      {paper.data !== undefined && (
        <Shown
          paper={paper.data}
          at={at}
          answers={answers}
          onAnswer={(answer) => setAnswers(withAnswer(answers, at, answer))}
          onGo={setAt}
        />
      )}
    </Page>
  )
}
