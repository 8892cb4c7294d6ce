import { serverNow } from '@/api'
import type { SurveyView } from '~/types/survey'
import { useAction } from '@/hooks'
import { goBack, replaceBy } from '@/navigate'
import { ActionBar, Button, Notice, Page, StepBar } from '@/ui'
import { answersOf, isReady, withAnswer } from '../answers'
import { Question } from '../components/Question'
import { Review } from '../components/Review'
import { deviceMark } from '../device'
import { useBallot } from '../useBallot'
import { useReceipt } from '../useReceipt'

/** Longest time that is told, in seconds; longer says no more about how it was answered. */
const SECONDS_MOST = 3600

/** One question a screen, back and forth, then all of them once more before they are cast. */
export function Ballot({ survey }: { survey: SurveyView }) {
  const { id, edition, questions, secret, secrecy, standing } = survey
  const [{ answers, at, since }, change, clear] = useBallot(survey)
  const [, keepReceipt] = useReceipt(id)
  const cast = useAction('survey.cast', { refresh: ['survey'] })
  const question = questions[at]
  const answer = answers[at] ?? null
  const missing = questions.findIndex((one, index) => !isReady(one, answers[index] ?? null))

  async function send() {
    const seconds = Math.min(SECONDS_MOST, Math.max(0, Math.round((serverNow() - since) / 1000)))
    const sent = answersOf(survey, answers)
    const done = await cast.run({ id, edition, answers: sent, seconds, device: deviceMark() })
    if (done !== undefined) {
      clear()
      keepReceipt(done.receipt)
      replaceBy('/features/survey/receipt/index', { id, ...(done.replaced && { replaced: '1' }) })
    }
  }

  const go = (to: number) => change({ at: to, edition, ...(since === 0 && { since: serverNow() }) })
  const foot = (
    <ActionBar>
      <Button kind="ghost" onTap={() => (at === 0 ? goBack() : go(at - 1))}>
        {at === 0 ? '先不评' : '上一题'}
      </Button>
      {question === undefined ? (
        <Button disabled={missing !== -1} loading={cast.busy} onTap={() => void send()}>
          交上去
        </Button>
      ) : (
        <Button disabled={!isReady(question, answer)} onTap={() => go(at + 1)}>
          {at + 1 < questions.length ? '下一题' : '看一遍再交'}
        </Button>
      )}
    </ActionBar>
  )

  return (
    <Page title="满意度测评" foot={foot}>
      <StepBar step={Math.min(at + 1, questions.length)} steps={questions.length} />
      {standing === 'voted' && at === 0 && (
        <Notice tone="blue">您评过了。这次从头再选一遍,交上去以后,以这次为准。</Notice>
      )}
      {cast.failure !== undefined && <Notice tone="red">{cast.failure.message}</Notice>}
      {question === undefined ? (
        <Review
          paper={survey}
          answers={answers}
          errorOf={(index) => cast.fields[`answers.${index}`]}
          onChange={(index) => go(index)}
        />
      ) : (
        <Question
          key={at}
          question={question}
          answer={answer}
          error={cast.fields[`answers.${at}`]}
          onChange={(chosen) =>
            change({
              answers: withAnswer(answers, at, chosen),
              edition,
              ...(since === 0 && { since: serverNow() }),
            })
          }
        />
      )}
      <Notice tone={secret ? 'green' : 'gold'}>{secrecy}</Notice>
    </Page>
  )
}
