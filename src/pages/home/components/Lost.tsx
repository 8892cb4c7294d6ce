import { goTo } from '@/navigate'
import { Card, Row } from '@/ui'

/** The way to report somebody missing, also while nobody is being looked for. */
export function Lost() {
  return (
    <Card>
      <Row label="家人走失了?" value="找人" onTap={() => goTo('/features/missing/list/index')} />
    </Card>
  )
}
