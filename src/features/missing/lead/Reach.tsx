import { useCall } from '@/hooks'
import { Card, PageState, Row, SectionTitle } from '@/ui'

/** How often reach is looked up while the page is open, in milliseconds. */
const EVERY_MS = 15_000

/** How far the news has got: told is not seen, and a shared card is not an opened one. */
export function Reach({ id }: { id: string }) {
  const reach = useCall('missing.reach', { id }, { every: EVERY_MS })
  const data = reach.data
  return (
    <>
      <SectionTitle>到哪里了</SectionTitle>
      <PageState query={reach}>
        {data !== undefined && (
          <Card>
            <Row label="已通知的网格" value={`${data.counts.told}个`} />
            {data.pending > 0 && <Row label="正在通知" value={`${data.pending}个`} />}
            <Row label="网格员已转到群" value={`${data.shared}个`} />
            <Row label="群里有人点开" value={`${data.arrived}个`} />
            <Row label="打开看过的人" value={`${data.counts.opened}人`} />
            <Row label="正在找的人" value={`${data.counts.searchers}人`} />
            {data.towns.map(({ areaCode, areaName, told }) => (
              <Row key={areaCode} label={areaName} value={`${told}个网格`} />
            ))}
          </Card>
        )}
      </PageState>
    </>
  )
}
