import { useState } from 'react'
import type { SurveyList as ListName } from '~/types/survey'
import { useMe, usePagedList, useParams } from '@/hooks'
import { goTo } from '@/navigate'
import { ActionBar, Button, Card, Filter, Page, PageState, Row, type EmptyProps } from '@/ui'
import { SurveyCard } from '@/pages/home/components/SurveyCard'
import { SurveyLine } from './SurveyLine'

const NAMES: Record<ListName, string> = { mine: '请我评的', area: '辖区里的', made: '我们做的' }
const EMPTIES: Record<ListName, EmptyProps> = {
  mine: { icon: 'star', title: '现在没有要评的', line: '有测评的时候,这里和网格群里都会告诉您' },
  area: { icon: 'star', title: '辖区里还没有测评', line: '开始以后,这里看得到参与情况' },
  made: { icon: 'star', title: '还没有做过测评', line: '从模板开始,几分钟就能做好一个' },
}

function List({ name }: { name: ListName }) {
  const surveys = usePagedList('survey.list', { list: name })
  return (
    <PageState query={surveys} isEmpty={surveys.items.length === 0} empty={EMPTIES[name]}>
      {surveys.items.map((item) =>
        name === 'mine' && item.standing === 'may' ? (
          <SurveyCard key={item.id} item={item} />
        ) : (
          <SurveyLine key={item.id} item={item} staff={name !== 'mine'} />
        ),
      )}
    </PageState>
  )
}

/** 评满意: what is asked of me; for those who look after places also what goes on there and what they made. */
export default function Surveys() {
  const { list = 'mine' } = useParams()
  const me = useMe()
  const may = me.data?.can ?? []
  const names: ListName[] = [
    'mine',
    ...(may.includes('survey.view') ? (['area'] as const) : []),
    ...(may.includes('survey.manage') ? (['made'] as const) : []),
  ]
  const [chosen, setChosen] = useState<string>(list)
  const shown = names.find((name) => name === chosen) ?? 'mine'
  return (
    <Page
      title="满意度测评"
      state={me}
      foot={
        names.includes('made') && (
          <ActionBar>
            <Button onTap={() => goTo('/features/survey/form/index')}>做一个测评</Button>
          </ActionBar>
        )
      }
    >
      {names.length > 1 && (
        <Filter
          label="看哪些测评"
          value={shown}
          options={names.map((value) => ({ value, label: NAMES[value] }))}
          onChange={setChosen}
        />
      )}
      <List key={shown} name={shown} />
      <Card>
        <Row label="村党组织评价" value="看结果" onTap={() => goTo('/features/evaluation/list/index')} />
      </Card>
    </Page>
  )
}
