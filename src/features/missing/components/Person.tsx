import { View } from '@tarojs/components'
import type { MissingView } from '~/types/missing'
import { useNow } from '@/hooks'
import { MISSING_STATUS_LABELS, MISSING_STATUS_TONES, RING_LABELS } from '@/labels/missing'
import { agoWords, leftWords } from '@/time'
import { Card, PictureGrid, Tag } from '@/ui'
import { countWords, headline, looksWords } from '../view'
import './Person.scss'

/** Who is looked for, and how far the news has got. */
export function Person({ missing }: { missing: MissingView }) {
  const now = useNow()
  const { status, picture, name, place, lastSeenAt, ring, needsHelp, verifyDueAt, areaName } = missing
  return (
    <Card>
      <View className="person__head">
        <Tag tone={MISSING_STATUS_TONES[status]}>{MISSING_STATUS_LABELS[status]}</Tag>
        {ring !== null && <View className="person__muted">已通知到{RING_LABELS[ring]}</View>}
        {verifyDueAt !== undefined && <Tag tone="gold">核实{leftWords(verifyDueAt, now)}</Tag>}
      </View>
      <View className="person__title">
        {[headline(missing), name].filter((part) => part !== '').join(' · ')}
      </View>
      <View className="person__looks">{looksWords(missing)}</View>
      {needsHelp && <View className="person__looks">他需要帮助:慢慢说,别围着,先陪着他</View>}
      {picture !== undefined && <PictureGrid pictures={[picture]} />}
      {lastSeenAt !== null && (
        <View className="person__muted">{`${agoWords(lastSeenAt, now)}在${areaName} ${place}走失`}</View>
      )}
      {ring !== null && <View className="person__muted">{countWords(missing)}</View>}
    </Card>
  )
}
