import { View } from '@tarojs/components'
import type { MissingRelation, SightingView } from '~/types/missing'
import { useAction } from '@/hooks'
import { SIGHTING_LABELS } from '@/labels/missing'
import { Button, Card, PictureGrid, Tag } from '@/ui'
import { sightingLines, sightingTitle } from '../view'
import { Dial } from './Dial'
import './lead.scss'

interface Props {
  id: string
  relation: MissingRelation
  sighting: SightingView
}

/** One sighting: those who lead say whether it holds, the family whether it is the person. */
export function Judge({ id, relation, sighting }: Props) {
  const judge = useAction('missing.confirmSighting', { done: '记下了' })
  const { label, tone } = SIGHTING_LABELS[sighting.status]
  const family = relation === 'own'
  const say = (confirmed: boolean) => void judge.run({ id, sightingId: sighting.id, confirmed })
  return (
    <Card>
      <Tag tone={tone}>{label}</Tag>
      <View className="lead__title">{sightingTitle(sighting)}</View>
      {sightingLines(sighting).map((line) => (
        <View key={line} className="lead__line">
          {line}
        </View>
      ))}
      <PictureGrid pictures={sighting.pictures} />
      {sighting.can.includes('missing.call') && (
        <Dial id={id} sightingId={sighting.id} label="打给看到的人" />
      )}
      {sighting.can.includes('missing.confirmSighting') && (
        <View className="lead__buttons">
          <Button kind="ghost" size="middle" disabled={judge.busy} onTap={() => say(false)}>
            {family ? '不是他' : '不可信'}
          </Button>
          <Button size="middle" disabled={judge.busy} onTap={() => say(true)}>
            {family ? '像他' : '可信,给大家看'}
          </Button>
        </View>
      )}
    </Card>
  )
}
