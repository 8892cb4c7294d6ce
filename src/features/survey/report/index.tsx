import { View } from '@tarojs/components'
import { CAN_PRINT, print } from '@/hooks/paper'
import { useCall, usePagedList, useParams } from '@/hooks'
import { dayTime } from '@/time'
import { Button, Card, Page } from '@/ui'
import { Figures } from '../results/Figures'
import { Questions } from '../results/Questions'
import { grouped } from '../view'
import { Export } from './Export'
import { Table } from './Table'
import './index.scss'

/** Rows that are asked for at a time. */
const ROWS = 100

/** The result on paper, for the meeting: rule, figures, every place, every question. */
export default function SurveyReport() {
  const { id = '', areaCode } = useParams()
  const place = areaCode === undefined ? {} : { areaCode }
  const survey = useCall('survey.info', { id })
  const results = usePagedList('survey.results', { id, ...place, by: 'village', limit: ROWS })
  const { first, items, more, loadMore } = results
  return (
    <Page title="测评结果报告" state={results}>
      {first !== undefined && (
        <>
          <View className="report__tools">
            {more ? (
              <Button size="middle" onTap={loadMore}>
                还有没列出来的,接着列
              </Button>
            ) : (
              CAN_PRINT && (
                <Button size="middle" onTap={print}>
                  打印
                </Button>
              )
            )}
            {first.can.includes('survey.export') && <Export id={id} />}
          </View>
          <Figures results={first} />
          {survey.data !== undefined && (
            <Card>
              <View className="report__title">规则</View>
              <View>{survey.data.rule}</View>
              <View>{survey.data.secrecy}</View>
              <View>
                {dayTime(survey.data.openedAt ?? first.closedAt)} 开始,{dayTime(first.closedAt)} 截止; 名单{' '}
                {grouped(first.figures.electors)} 人(户),收到 {grouped(first.figures.ballots)} 张,其中纸票{' '}
                {grouped(first.figures.onPaper)} 张。
              </View>
            </Card>
          )}
          {items.length > 0 && <Table kind={first.areasAre} items={items} />}
          <Questions results={first} />
        </>
      )}
    </Page>
  )
}
