import { useState } from 'react'
import { usePagedList, useParams } from '@/hooks'
import { Button, Page, PageState } from '@/ui'
import { Objection } from '../components/Objection'
import { DecideSheet } from './DecideSheet'

/** Objections to an evaluation, those that wait first. */
export default function EvaluationObjections() {
  const { id = '' } = useParams()
  const query = usePagedList('evaluation.objections', { id })
  const [deciding, decide] = useState('')
  const asked = query.items.find((item) => item.id === deciding)
  return (
    <Page title="异议">
      <PageState
        query={query}
        isEmpty={query.items.length === 0}
        empty={{ icon: 'list', title: '没有村提异议', line: '公示期里有异议,会列在这里等您裁定' }}
      >
        {query.items.map((item) => (
          <Objection key={item.id} objection={item} named onDecide={() => decide(item.id)} />
        ))}
        {query.more && (
          <Button kind="ghost" size="middle" onTap={query.loadMore}>
            再看一些
          </Button>
        )}
      </PageState>
      {asked !== undefined && <DecideSheet objection={asked} onClose={() => decide('')} />}
    </Page>
  )
}
