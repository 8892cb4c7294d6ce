import { useCall, useParams } from '@/hooks'
import { STANDING_LINES } from '@/labels/survey'
import { goBack } from '@/navigate'
import { Button, Notice, Page } from '@/ui'
import { Ballot } from './Ballot'

/** Answering, for whoever may. */
export default function SurveyCast() {
  const { id = '' } = useParams()
  const query = useCall('survey.info', { id })
  const survey = query.data
  if (survey === undefined) {
    return <Page title="满意度测评" state={query} />
  }
  return survey.can.includes('survey.cast') ? (
    <Ballot key={survey.edition} survey={survey} />
  ) : (
    <Page title="满意度测评">
      <Notice tone="gold">{STANDING_LINES[survey.standing === 'may' ? 'over' : survey.standing]}</Notice>
      <Button onTap={goBack}>返回</Button>
    </Page>
  )
}
