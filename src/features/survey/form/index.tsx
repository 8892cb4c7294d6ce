import { serverNow } from '@/api'
import { useCall, useParams } from '@/hooks'
import { goBack } from '@/navigate'
import { Button, Notice, Page } from '@/ui'
import { EMPTY, fromSurvey, fromTemplate } from './draft'
import { Editor } from './Editor'

/** Making a survey: from a template, or a draft that was kept. */
export default function SurveyForm() {
  const { id } = useParams()
  const templates = useCall('survey.templates', {}, { when: id === undefined })
  const survey = useCall('survey.info', { id: id ?? '' }, { when: id !== undefined })
  if (id === undefined) {
    const first = templates.data?.items[0]
    return first === undefined ? (
      <Page title="做一个测评" state={templates} />
    ) : (
      <Editor
        initial={{ ...EMPTY, ...fromTemplate(first, serverNow()) }}
        templates={templates.data?.items ?? []}
      />
    )
  }
  if (survey.data === undefined) {
    return <Page title="改一改" state={survey} />
  }
  return survey.data.can.includes('survey.update') ? (
    <Editor id={id} initial={fromSurvey(survey.data)} templates={[]} />
  ) : (
    <Page title="改一改">
      <Notice tone="gold">已经开始的测评不能再改。有错请用“题目有错,更正”,重新来一版。</Notice>
      <Button onTap={goBack}>返回</Button>
    </Page>
  )
}
