import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { AREA_CODE_LENGTH } from '~/types/area'
import { useCall, useMe, useParams } from '@/hooks'
import { CAN_PRINT } from '@/hooks/paper'
import { goTo } from '@/navigate'
import { ActionBar, Button, Filter, Notice, Page, PageState } from '@/ui'
import { Share } from '../components/Share'
import { Confirm } from '../detail/Confirm'
import { Figures } from './Figures'
import { Places } from './Places'
import { Questions } from './Questions'

const BY: { value: 'village' | 'town'; label: string }[] = [
  { value: 'village', label: '按村(社区)看' },
  { value: 'town', label: '按镇街看' },
]

/** What came out: the whole, each place with how sure it is, each question; or the same of one place. */
export default function SurveyResults() {
  const { id = '', areaCode, deliveryId } = useParams()
  const me = useMe(deliveryId)
  const [by, setBy] = useState<'village' | 'town'>('village')
  const [publishing, setPublishing] = useState(false)
  const place = areaCode === undefined ? {} : { areaCode }
  const query = useCall('survey.results', { id, ...place, by, limit: 1 })
  const survey = useCall('survey.info', { id })
  const results = query.data
  const home = me.data?.grid?.code.slice(0, AREA_CODE_LENGTH.village)
  const path = `features/survey/results/index?id=${id}${areaCode === undefined ? '' : `&areaCode=${areaCode}`}`
  const title = results === undefined ? '测评结果' : `${results.areaName}:${results.title}`
  useShareAppMessage(() => ({ title, path: `/${path}` }))

  const publishable = results?.can.includes('survey.publish') === true
  const shareable = results?.status === 'published'
  return (
    <Page
      title="测评结果"
      foot={
        (publishable || shareable) && (
          <ActionBar>
            {publishable ? (
              <Button onTap={() => setPublishing(true)}>把结果反馈到网格群</Button>
            ) : (
              <Share kind="main" title={title} label="测评结果" path={path}>
                转发到群
              </Share>
            )}
          </ActionBar>
        )
      }
    >
      <PageState query={query}>
        {results !== undefined && (
          <>
            <Figures results={results} />
            {results.areaCode.length <= AREA_CODE_LENGTH.district && (
              <Filter label="按什么看" value={by} options={BY} onChange={(chosen) => setBy(chosen)} />
            )}
            <Places asked={{ id, ...place, by }} home={home} />
            {home !== undefined &&
              results.areaCode.length < home.length &&
              home.startsWith(results.areaCode) && (
                <Button
                  kind="soft"
                  size="middle"
                  onTap={() => goTo('/features/survey/results/index', { id, areaCode: home })}
                >
                  看我们村的结果
                </Button>
              )}
            <Questions results={results} />
            {(CAN_PRINT || results.can.includes('survey.export')) && (
              <Button
                kind="ghost"
                size="middle"
                onTap={() => goTo('/features/survey/report/index', { id, ...place })}
              >
                打印和导出
              </Button>
            )}
            <Notice tone="blue">想知道自己的票算没算进去,回到测评页点“核对回执码”。</Notice>
          </>
        )}
      </PageState>
      {publishing && survey.data !== undefined && (
        <Confirm survey={survey.data} action="survey.publish" onClose={() => setPublishing(false)} />
      )}
    </Page>
  )
}
