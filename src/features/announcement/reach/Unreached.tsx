import { usePagedList } from '@/hooks'
import { Card, PageState, Row, SectionTitle } from '@/ui'

/** Doors to knock at and people to call, where nobody has been reached. */
export function Unreached({ id, areaCode }: { id: string; areaCode: string }) {
  const query = usePagedList('announcement.unreached', { id, areaCode })
  return (
    <>
      <SectionTitle>还没到的,打个电话或上门说一声</SectionTitle>
      <PageState
        query={query}
        isEmpty={query.items.length === 0}
        empty={{ icon: 'check', title: '都到了', line: '这个网格每家都看到了' }}
      >
        <Card>
          {query.items.map(({ id: key, kind, door, name }) => (
            <Row
              key={key}
              label={kind === 'household' ? door : name}
              {...(kind === 'household' && { value: name })}
              {...(kind === 'member' && { hint: '还没有对上台账' })}
            />
          ))}
        </Card>
      </PageState>
    </>
  )
}
