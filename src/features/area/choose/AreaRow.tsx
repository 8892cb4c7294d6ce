import type { AreaView } from '~/types/area'
import { Row } from '@/ui'

/** One place to tap; how far it is when that is known. */
export function AreaRow({ area, full, onTap }: { area: AreaView; full: boolean; onTap(): void }) {
  const above = area.fullName.split(' · ').slice(0, -1).join(' · ')
  const far = area.distanceKm === undefined ? undefined : `${area.distanceKm}公里`
  return (
    <Row
      label={area.name}
      {...(full && above !== '' && { hint: above })}
      {...(far !== undefined && { value: far })}
      onTap={onTap}
    />
  )
}
