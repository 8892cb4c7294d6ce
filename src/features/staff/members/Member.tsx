import { View } from '@tarojs/components'
import type { MemberView } from '~/types/me'
import { useAction } from '@/hooks'
import { ASSURANCE_LABELS, ASSURANCE_TONES } from '@/labels/me'
import { day } from '@/time'
import { Button, Card, Tag } from '@/ui'
import { residentLine } from './view'

interface Props {
  member: MemberView
  onMove(): void
  /** Say who of the ledger this is. */
  onLink(): void
  /** Take that back. */
  onUnlink(): void
  /** Somebody is being chosen for something else: the one button takes this one. */
  onPick?: () => void
}

/** One person of the area: how sure we are that they live there, who they are in the ledger, and what can be put right. */
export function Member({ member, onMove, onLink, onUnlink, onPick }: Props) {
  const confirm = useAction('membership.confirm', { done: '已确认' })
  const { name, assurance, area, since, partyMember, phone, resident, can, userId } = member
  return (
    <Card>
      <View className="members__head">
        <View className="members__name">{name === '' ? '还没有填称呼' : name}</View>
        <Tag tone={ASSURANCE_TONES[assurance]}>{ASSURANCE_LABELS[assurance]}</Tag>
      </View>
      <View className="members__line">
        {[area.name, `${day(since)}加入`, partyMember ? '党员' : '', phone ?? '']
          .filter((part) => part !== '')
          .join(' · ')}
      </View>
      {resident !== undefined && <View className="members__line">台账里是 {residentLine(resident)}</View>}
      {onPick !== undefined ? (
        <View className="members__buttons">
          <Button kind="soft" size="small" onTap={onPick}>
            选他
          </Button>
        </View>
      ) : (
        <View className="members__buttons">
          {can.includes('membership.link') && (
            <Button kind="soft" size="small" onTap={onLink}>
              对上台账
            </Button>
          )}
          {can.includes('membership.confirm') && (
            <Button
              kind="soft"
              size="small"
              loading={confirm.busy}
              onTap={() => void confirm.run({ userId })}
            >
              确认住这里
            </Button>
          )}
          {can.includes('membership.move') && (
            <Button kind="ghost" size="small" onTap={onMove}>
              调整网格
            </Button>
          )}
          {can.includes('membership.unlink') && (
            <Button kind="ghost" size="small" onTap={onUnlink}>
              对错了
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
