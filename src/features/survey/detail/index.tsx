import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { SURVEY_TONES, type SurveyAction } from '~/types/survey'
import { useCall, useMe, useNow, useParams } from '@/hooks'
import { TONE_TAGS } from '@/labels/feed'
import { SURVEY_ACTION_LABELS, SURVEY_STATUS_LABELS } from '@/labels/survey'
import { goTo } from '@/navigate'
import { leftWords } from '@/time'
import { ActionBar, Button, Card, Page, Row, Tag } from '@/ui'
import { Intro } from '../components/Intro'
import { Share } from '../components/Share'
import { useBallot } from '../useBallot'
import { castLabel, splitActions } from '../view'
import { Confirm } from './Confirm'
import { Helpers } from './Helpers'
import { isConfirmed, PAGES, type Confirmed } from './pages'
import { Standing } from './Standing'
import { TookPart } from '../components/TookPart'

/** Removes what is left of a ballot that can no longer be cast. */
function Leftover(survey: Parameters<typeof useBallot>[0]) {
  useBallot(survey)
  return null
}

/** One survey: for who is asked what it is about, for staff what can be done with it. */
export default function SurveyDetail() {
  const { id = '', deliveryId } = useParams()
  const me = useMe(deliveryId)
  const query = useCall('survey.info', { id })
  const now = useNow()
  const [asking, setAsking] = useState<Confirmed>()
  const survey = query.data
  const { bar, lines } = splitActions((survey?.can ?? []).filter((action) => action !== 'survey.appoint'))
  const [worker] = me.data?.gridWorkers ?? []
  useShareAppMessage(() => ({
    title: survey?.title ?? '满意度测评',
    path: `/features/survey/detail/index?id=${id}`,
  }))

  function start(action: Exclude<SurveyAction, 'survey.appoint'>) {
    if (isConfirmed(action)) {
      setAsking(action)
    } else {
      goTo(PAGES[action], { id })
    }
  }
  const label = (action: SurveyAction) =>
    action === 'survey.cast' && survey !== undefined ? castLabel(survey) : SURVEY_ACTION_LABELS[action]
  const foot = bar.length > 0 && (
    <ActionBar>
      {bar.map((action, index) => (
        <Button key={action} kind={index === bar.length - 1 ? 'main' : 'ghost'} onTap={() => start(action)}>
          {label(action)}
        </Button>
      ))}
    </ActionBar>
  )

  return (
    <Page title="满意度测评" state={query} foot={foot}>
      {survey !== undefined && (
        <>
          <Leftover id={survey.id} standing={survey.standing} edition={survey.edition} />
          <Standing survey={survey} worker={worker} />
          <Intro
            paper={survey}
            head={
              <>
                <Tag tone={TONE_TAGS[SURVEY_TONES[survey.status]]}>{SURVEY_STATUS_LABELS[survey.status]}</Tag>
                {survey.status === 'open' && <Tag tone="gold">{leftWords(survey.closesAt, now)}</Tag>}
                {survey.edition > 1 && <Tag tone="blue">第{survey.edition}版</Tag>}
              </>
            }
          />
          {survey.participation !== null && survey.status !== 'draft' && (
            <TookPart part={survey.participation} />
          )}
          {survey.can.includes('survey.appoint') && <Helpers survey={survey} />}
          {lines.length > 0 && (
            <Card>
              {lines.map((action) => (
                <Row
                  key={action}
                  label={label(action)}
                  danger={action === 'survey.correct' || action === 'survey.close'}
                  onTap={() => start(action)}
                />
              ))}
            </Card>
          )}
          {survey.status === 'open' && (
            <Share title={survey.title} label="请您评" path={`features/survey/detail/index?id=${id}`}>
              转发到群
            </Share>
          )}
          {asking !== undefined && (
            <Confirm survey={survey} action={asking} onClose={() => setAsking(undefined)} />
          )}
        </>
      )}
    </Page>
  )
}
