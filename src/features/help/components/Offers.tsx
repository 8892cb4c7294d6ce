import { View } from '@tarojs/components'
import type { HelpView } from '~/types/help'
import { useAction } from '@/hooks'
import { ACTION_LABELS, ASSURANCE_LABELS, REASON_LABELS } from '@/labels/help'
import { Button, Card, SectionTitle, Tag } from '@/ui'
import './HelpCard.scss'

/** Who would help, with what speaks for them; the asker chooses. */
export function Offers({ help }: { help: HelpView }) {
  const choose = useAction('help.choose', { done: '定下来了' })
  const { id, offers, can, relation } = help
  if (offers.length === 0) {
    return null
  }
  return (
    <>
      <SectionTitle>{relation === 'neighbour' ? '您说过能帮' : `${offers.length}位邻居说能帮`}</SectionTitle>
      {offers.map((offer) => (
        <Card key={offer.id}>
          <View className="helpcard__head">
            <Tag tone={offer.chosen ? 'green' : 'peach'}>{offer.chosen ? `选了${offer.by}` : offer.by}</Tag>
            {offer.thankCount > 0 && <Tag tone="green">{`受过${offer.thankCount}次感谢`}</Tag>}
          </View>
          {offer.words !== '' && <View className="helpcard__title">{offer.words}</View>}
          <View className="helpcard__muted">
            {[
              ...offer.reasons.map((reason) => REASON_LABELS[reason]),
              ...(offer.assurance === null ? [] : [ASSURANCE_LABELS[offer.assurance]]),
            ].join(' · ')}
          </View>
          {can.includes('help.choose') && (
            <View className="helpcard__acts">
              <Button
                size="middle"
                loading={choose.busy}
                onTap={() => void choose.run({ id, offerId: offer.id })}
              >
                {ACTION_LABELS['help.choose']}
              </Button>
            </View>
          )}
        </Card>
      ))}
    </>
  )
}
