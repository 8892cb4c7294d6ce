import { useState } from 'react'
import { useCall, useMe, useParams } from '@/hooks'
import { Card, Notice, Page, PageState, Row, SectionTitle } from '@/ui'
import { organisationLine } from '../view'

/** 报到情况: members of an area by their organisation; the people of one, with masked names. */
export default function PartyReport() {
  const params = useParams()
  const me = useMe()
  const [organisation, setOrganisation] = useState<string>()
  const areaCode = params.areaCode ?? me.data?.assignments[0]?.area.code ?? ''
  const input = { areaCode, ...(organisation !== undefined && { organisation }) }
  const report = useCall('party.report', input, { when: areaCode !== '' })
  const whole = useCall('party.report', { areaCode }, { when: areaCode !== '' })
  const items = whole.data?.items ?? []
  const people = report.data?.people ?? []
  return (
    <Page title="报到情况" state={me}>
      <Notice tone="blue">只看各单位报到了多少人。名字只写姓,不排名。</Notice>
      <PageState
        query={whole}
        isEmpty={items.length === 0}
        empty={{ icon: 'flag', title: '还没有人报到', line: '党员报到以后,按单位列在这里' }}
      >
        <Card>
          {items.map((item) => (
            <Row
              key={item.organisation}
              label={item.organisation}
              hint={organisationLine(item)}
              onTap={() => setOrganisation(item.organisation)}
            />
          ))}
        </Card>
        {organisation !== undefined && (
          <PageState query={report}>
            <SectionTitle>{organisation}</SectionTitle>
            <Card>
              {people.map(({ name, posts, met }, n) => (
                <Row
                  key={`${name}${n}`}
                  label={name}
                  hint={`认领${posts}个岗位`}
                  value={met ? '完成了' : '还没完成'}
                />
              ))}
            </Card>
          </PageState>
        )}
      </PageState>
    </Page>
  )
}
