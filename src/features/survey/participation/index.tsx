import { AREA_CODE_LENGTH } from '~/types/area'
import { useCall, useParams } from '@/hooks'
import { goTo } from '@/navigate'
import { Notice, Page, SectionTitle } from '@/ui'
import { TookPart } from '../components/TookPart'

/** How often an open page looks again, in milliseconds. */
const EVERY_MS = 20_000

/** How many took part, place by place, down to the grid; before the close this is all that anybody sees. */
export default function SurveyParticipation() {
  const { id = '', areaCode } = useParams()
  const place = areaCode === undefined ? {} : { areaCode }
  const query = useCall('survey.participation', { id, ...place }, { every: EVERY_MS })
  const items = query.data?.items ?? []
  return (
    <Page title="参与情况" state={query}>
      {query.data !== undefined && (
        <>
          <TookPart part={query.data.whole} />
          <Notice tone="blue">只看得到多少人参加了,看不到是谁,也看不到怎么选。没参加的人,由系统提醒。</Notice>
          {items.length > 0 && <SectionTitle>下面各处</SectionTitle>}
          {items.map((part) => (
            <TookPart
              key={part.areaCode}
              part={part}
              {...(part.areaCode.length < AREA_CODE_LENGTH.grid && {
                onTap: () => goTo('/features/survey/participation/index', { id, areaCode: part.areaCode }),
              })}
            />
          ))}
        </>
      )}
    </Page>
  )
}
