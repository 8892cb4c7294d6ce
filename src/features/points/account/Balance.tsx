import { View } from '@tarojs/components'
import type { PointsAccountView } from '~/types/points'
import { Bar, Card, Notice, Row } from '@/ui'
import { beforeDay } from '../view'
import '../components/points.scss'

/** What is there, what the month has brought, and what will be lost unless it is spent. */
export function Balance({ account }: { account: PointsAccountView }) {
  const { balance, household, month, expiring, people } = account
  return (
    <>
      <Card>
        <View className="points__unit">{household ? '我家现在有' : '我现在有'}</View>
        <View className="points__head">
          <View className="points__number">{balance}</View>
          <View className="points__unit">分</View>
        </View>
        <View className="points__bar">
          <Bar share={month.earned / month.limit} />
        </View>
        <View className="points__muted">{`这个月得了${month.earned}分,一户一月最多${month.limit}分`}</View>
      </Card>
      {expiring !== undefined && (
        <Notice tone="gold">{`有${expiring.points}分快到期了,${beforeDay(expiring.at)}用掉。`}</Notice>
      )}
      {household && people.length > 1 && (
        <Card>
          {people.map(({ name, earned, mine }) => (
            <Row key={`${name}${mine}`} label={mine ? `${name}(我)` : name} value={`一共得了${earned}分`} />
          ))}
        </Card>
      )}
    </>
  )
}
