import { useState } from 'react'
import type { DoorElectorView } from '~/types/survey-paper'
import { useCall, useParams } from '@/hooks'
import { Notice, Page } from '@/ui'
import { Finder } from './Finder'
import { PaperSheet } from './PaperSheet'

/** A helper with a sheet of paper: which door, who, and what the sheet says. Nothing of it is kept on this phone. */
export default function SurveyDoor() {
  const { id = '' } = useParams()
  const survey = useCall('survey.info', { id })
  const [elector, setElector] = useState<DoorElectorView>()
  if (survey.data === undefined) {
    return <Page title="录入纸票" state={survey} />
  }
  if (!survey.data.can.includes('survey.atDoor')) {
    return (
      <Page title="录入纸票">
        <Notice tone="gold">现在不能录纸票:测评没有开始、已经截止,或者没有请您当帮手。</Notice>
      </Page>
    )
  }
  return elector === undefined ? (
    <Finder survey={survey.data} onPick={setElector} />
  ) : (
    <PaperSheet survey={survey.data} elector={elector} onDone={() => setElector(undefined)} />
  )
}
