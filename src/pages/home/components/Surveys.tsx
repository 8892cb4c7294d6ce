import { useCall } from '@/hooks'
import { SurveyCard } from './SurveyCard'

/** Cards on the home page; the others are behind 评满意. */
const SHOWN = 2

/** What is asked of me and still waits. Says nothing while it loads or when it fails: home has its own states. */
export function Surveys() {
  const surveys = useCall('survey.list', { list: 'mine' })
  const waiting = (surveys.data?.items ?? []).filter(({ standing }) => standing === 'may')
  return (
    <>
      {waiting.slice(0, SHOWN).map((item) => (
        <SurveyCard key={item.id} item={item} />
      ))}
    </>
  )
}
