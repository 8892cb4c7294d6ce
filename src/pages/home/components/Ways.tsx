import { goTo } from '@/navigate'
import { Card, Row } from '@/ui'

/** What the village has announced, and the way to report somebody missing while nobody is being looked for. */
export function Ways() {
  return (
    <Card>
      <Row label="村里通知" value="看看" onTap={() => goTo('/features/announcement/list/index')} />
      <Row label="家人走失了?" value="找人" onTap={() => goTo('/features/missing/list/index')} />
    </Card>
  )
}
