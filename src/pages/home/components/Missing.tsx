import { View } from '@tarojs/components'
import type { MissingRowView } from '~/types/missing'
import { useCall, useNow } from '@/hooks'
import { SEX_LABELS, TRAVEL_LABELS } from '@/labels/missing'
import { goTo } from '@/navigate'
import { agoWords } from '@/time'
import { Card } from '@/ui'
import './Missing.scss'

/** How often the first page looks whether somebody is missing, in milliseconds. */
const EVERY_MS = 60_000

/** 男,72岁,骑自行车,深色外套。 */
function words({ sex, age, travel, looks }: MissingRowView): string {
  const parts = [
    sex === null ? '' : SEX_LABELS[sex],
    age === null ? '' : `${age}岁`,
    travel === null || travel === 'unknown' ? '' : TRAVEL_LABELS[travel],
    looks,
  ]
  return `${parts.filter((part) => part !== '').join(',')}。`
}

/** Somebody of the neighbourhood is being looked for: the first thing on the first page. */
export function Missing() {
  const now = useNow()
  const near = useCall('missing.list', { list: 'near' }, { every: EVERY_MS })
  return (
    <>
      {near.data?.items.map((item) => (
        <Card
          key={item.id}
          tone="red"
          label={`爱心寻人,正在寻找:${words(item)}`}
          onTap={() => goTo('/features/missing/detail/index', { id: item.id })}
        >
          <View className="missing__head">
            <View className="missing__title">爱心寻人 · 正在寻找</View>
            {item.lastSeenAt !== null && (
              <View className="missing__ago">{agoWords(item.lastSeenAt, now)}</View>
            )}
          </View>
          <View className="missing__line">
            {words(item)}
            <View className="missing__call">看到请点这里 ›</View>
          </View>
        </Card>
      ))}
    </>
  )
}
