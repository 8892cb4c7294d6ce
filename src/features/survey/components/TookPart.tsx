import { View } from '@tarojs/components'
import type { ParticipationView } from '~/types/survey'
import { Bar, Card } from '@/ui'
import { grouped, percent, shareOf } from '../view'
import './TookPart.scss'

interface Props {
  part: ParticipationView
  onTap?: () => void
}

/** How many of how many took part in a place; never who. */
export function TookPart({ part, onTap }: Props) {
  const { name, ballots, electors, onPaper } = part
  const share = shareOf(ballots, electors)
  return (
    <Card label={`${name}的参与情况`} {...(onTap !== undefined && { onTap })}>
      <View className="tookpart__head">
        <View className="tookpart__name">{name}</View>
        <View className="tookpart__share">{percent(share)}</View>
      </View>
      <Bar share={share / 100} />
      <View className="tookpart__line">
        {grouped(ballots)} / {grouped(electors)} 参加了{onPaper > 0 ? `,其中纸票 ${grouped(onPaper)}` : ''}
      </View>
    </Card>
  )
}
