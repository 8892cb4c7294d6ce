import type { PointsAccountView } from '~/types/points'
import { Card, Row, SectionTitle } from '@/ui'
import { monthWords } from '@/time'

/** Until when the points are good, the soonest first; nothing where there are none. */
export function Lots({ lots }: Pick<PointsAccountView, 'lots'>) {
  return lots.length === 0 ? null : (
    <>
      <SectionTitle>什么时候到期</SectionTitle>
      <Card>
        {lots.map(({ month, points }) => (
          <Row key={month} label={`${monthWords(month)}到期`} value={`${points}分`} />
        ))}
      </Card>
    </>
  )
}
