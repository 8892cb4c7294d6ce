import { View } from '@tarojs/components'
import type { AppealView } from '~/types/appeal'
import type { WhistleView } from '~/types/whistle'
import { useNow } from '@/hooks'
import { WHISTLE_KIND_LABELS, WHISTLE_TONES } from '@/labels/whistle'
import { clock, leftWords, spanWords, termWords } from '@/time'
import { Card, Tag } from '@/ui'
import './Whistles.scss'

/** 路上 · 还剩9分钟, 已到场 14:21, 已放行 */
function stateWords({ status, answerDueAt, arrivedAt }: WhistleView, now: number): string {
  if (status === 'blown') {
    return `路上 · ${leftWords(answerDueAt, now)}`
  }
  if (status === 'arrived') {
    return `已到场 ${clock(arrivedAt ?? '')}`
  }
  return { objected: '有异议', released: '已放行', dropped: '不用来了' }[status]
}

function Department({ whistle }: { whistle: WhistleView }) {
  const now = useNow()
  const { departmentName, arrivedAt, blownAt, answerDueAt, status, useful, objection } = whistle
  const late = status === 'blown' && Date.parse(answerDueAt) < now
  const took = arrivedAt === undefined ? '' : `${spanWords(Date.parse(arrivedAt) - Date.parse(blownAt))}赶到`
  const objected =
    objection === undefined ? '' : `“${objection}” · ${status === 'objected' ? '区里裁定中' : '已裁定'}`
  const score = useful === undefined ? '' : `镇里评${useful}分`
  return (
    <View className="whistles__one">
      <View className="whistles__head">
        <View className="whistles__name">{departmentName}</View>
        <Tag tone={late ? 'red' : WHISTLE_TONES[status]}>{stateWords(whistle, now)}</Tag>
      </View>
      <View className="whistles__line">
        {[took, objected, score].filter((part) => part !== '').join(' · ')}
      </View>
    </View>
  )
}

/** 吹哨与报到: who was called, who is there. */
export function Whistles({ appeal }: { appeal: Pick<AppealView, 'whistles' | 'holderName' | 'relation'> }) {
  const [first] = appeal.whistles
  if (first === undefined) {
    return null
  }
  return (
    <Card>
      <View className="whistles__head">
        <Tag tone={first.kind === 'emergency' ? 'red' : 'gold'}>{WHISTLE_KIND_LABELS[first.kind]}</Tag>
        <View className="whistles__line">
          牵头:{appeal.holderName} · {termWords(first.blownAt, first.answerDueAt)}内到场
        </View>
      </View>
      {appeal.relation === 'staff' && first.words !== '' && (
        <View className="whistles__words">“{first.words}”</View>
      )}
      {appeal.whistles.map((whistle) => (
        <Department key={whistle.id} whistle={whistle} />
      ))}
      {appeal.relation === 'staff' && (
        <View className="whistles__line">事不完,人不走:镇里放行后,部门才算离场;双方互评。</View>
      )}
    </Card>
  )
}
