import { View } from '@tarojs/components'
import type { HelpView } from '~/types/help'
import { useNow } from '@/hooks'
import { REPORT_LABELS } from '@/labels/help'
import { agoWords } from '@/time'
import { Card, SectionTitle, Tag } from '@/ui'
import './HelpCard.scss'

/** Notes to the grid worker and what became of them; others see their own. */
export function Reports({ help }: { help: HelpView }) {
  const now = useNow()
  const { reports, relation } = help
  if (reports.length === 0) {
    return null
  }
  return (
    <>
      <SectionTitle>{relation === 'staff' ? '有人反映' : '您反映的'}</SectionTitle>
      {reports.map((report) => (
        <Card key={report.id}>
          <View className="helpcard__head">
            <Tag tone={report.handledAt === undefined ? 'red' : 'green'}>
              {report.handledAt === undefined ? '等处理' : '处理了'}
            </Tag>
            <Tag tone="grey">{REPORT_LABELS[report.kind]}</Tag>
            <View className="helpcard__muted">{agoWords(report.at, now)}</View>
          </View>
          <View className="helpcard__title">{report.words}</View>
          {relation === 'staff' && <View className="helpcard__muted">{`反映人:${report.by}`}</View>}
          {report.outcome !== '' && <View className="helpcard__muted">{`处理:${report.outcome}`}</View>}
        </Card>
      ))}
    </>
  )
}
