import { View } from '@tarojs/components'
import { POINTS_CATEGORIES } from '~/types/points'
import { useCall } from '@/hooks'
import { POINTS_CATEGORY_LABELS, POINTS_RULE_LABELS } from '@/labels/points'
import { Card, Notice, Page, Row, SectionTitle } from '@/ui'
import { limitLines } from '../view'
import '../components/points.scss'

/** 积分怎么算: what earns how many, and what holds for all, on one page. */
export default function PointsRules() {
  const query = useCall('points.rules', {})
  const { rules = [], limits } = query.data ?? {}
  return (
    <Page title="积分怎么算" state={query}>
      <Notice tone="blue">做了就有,不比谁多。怎么投票、怎么评价,不影响积分;提诉求不加分,也不扣分。</Notice>
      {POINTS_CATEGORIES.map((category) => {
        const own = rules.filter((rule) => rule.category === category)
        return (
          own.length > 0 && (
            <View key={category}>
              <SectionTitle>{POINTS_CATEGORY_LABELS[category]}</SectionTitle>
              <Card>
                {own.map(({ rule, points, automatic }) => (
                  <Row
                    key={rule}
                    label={POINTS_RULE_LABELS[rule]}
                    hint={automatic ? '确认以后自动到账' : '网格员或村里提,公示以后到账'}
                    value={`${points}分`}
                  />
                ))}
              </Card>
            </View>
          )
        )
      })}
      {limits !== undefined && (
        <>
          <SectionTitle>大家都一样的规矩</SectionTitle>
          <Card>
            {limitLines(limits).map((line) => (
              <View key={line} className="points__line">
                {line}
              </View>
            ))}
            <View className="points__line">积分换东西,不换钱,也不能转让。</View>
          </Card>
        </>
      )}
    </Page>
  )
}
