import { View } from '@tarojs/components'
import { AREA_CODE_LENGTH } from '~/types/area'
import type { Input } from '~/types/api'
import { usePagedList } from '@/hooks'
import { PLACE_KIND_LABELS } from '@/labels/survey'
import { Button, Card } from '@/ui'
import { Place } from './Place'
import './Places.scss'

/** Places on the first look. */
const FIRST = 20

interface Props {
  asked: Pick<Input<'survey.results'>, 'id' | 'areaCode' | 'by'>
  /** The village of who looks, which is marked. */
  home: string | undefined
}

/** The places below, by rank, with how sure each place is; grids only with their band. */
export function Places({ asked, home }: Props) {
  const places = usePagedList('survey.results', { ...asked, limit: FIRST })
  const kind = places.first?.areasAre ?? 'village'
  if (places.items.length === 0) {
    return null
  }
  return (
    <Card>
      <View className="places__head">
        <View className="places__title">{PLACE_KIND_LABELS[kind]}得分</View>
        {kind !== 'grid' && <View className="places__muted">黑线为95%区间</View>}
      </View>
      {places.items.map((item) => (
        <Place
          key={item.areaCode}
          id={asked.id}
          item={item}
          mine={home !== undefined && item.areaCode === home}
          opens={item.areaCode.length < AREA_CODE_LENGTH.grid}
        />
      ))}
      {places.more && (
        <Button kind="soft" size="middle" onTap={places.loadMore}>
          再看一些
        </Button>
      )}
      <View className="places__note">
        {kind === 'grid'
          ? '网格人少,只说和总体比起来怎样,不排名次、不写分数。'
          : '区间重叠、分不出高低的并列;票太少的不排名,避免小样本误伤。点一下看这个地方的细账。'}
      </View>
    </Card>
  )
}
