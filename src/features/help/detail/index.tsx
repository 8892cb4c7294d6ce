import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { CAREFUL_HELP_KINDS, type HelpView } from '~/types/help'
import { useCall, useMe, useNow, useParams } from '@/hooks'
import { KIND_LABELS, REASON_LABELS, SAFETY_NOTES, STATUS_LABELS, STATUS_TONES } from '@/labels/help'
import { Thread } from '@/thread/Thread'
import { agoWords } from '@/time'
import { Card, Notice, Page, PictureGrid, Tag, VoicePlay } from '@/ui'
import { Acts } from '../components/Acts'
import { Offers } from '../components/Offers'
import { Reports } from '../components/Reports'
import { Two } from '../components/Two'
import { placeWords, reachWords, waitingWords, whenWords } from '../view'
import './index.scss'

/** How often an open page looks whether somebody came, in milliseconds. */
const EVERY_MS = 10_000

function Facts({ help }: { help: HelpView }) {
  const now = useNow()
  const { status, urgent, kind, relation } = help
  const who = relation === 'own' ? [] : [help.askerName]
  const what = [...who, KIND_LABELS[kind], ...(help.forFamily ? ['替家里人问'] : []), placeWords(help)]
  return (
    <Card>
      <View className="helpcard__head">
        {urgent && <Tag tone="red">急</Tag>}
        <Tag tone={STATUS_TONES[status]}>{STATUS_LABELS[status]}</Tag>
        <Tag tone="blue">{whenWords(help, now)}</Tag>
        <View className="helpcard__muted">{agoWords(help.askedAt, now)}</View>
      </View>
      <View className="helpdetail__text">{help.text}</View>
      {help.voices.map((voice) => (
        <VoicePlay key={voice.id} voice={voice} />
      ))}
      <PictureGrid pictures={help.pictures} />
      <View className="helpdetail__muted">{what.join(' · ')}</View>
      {status === 'open' && relation !== 'neighbour' && (
        <View className="helpdetail__muted">{reachWords(help)}</View>
      )}
      {status === 'open' && <View className="helpdetail__muted">{waitingWords(help, now)}</View>}
      {help.thanks.map((words) => (
        <View key={words} className="helpdetail__text">{`“${words}”`}</View>
      ))}
      {help.content !== 'passed' && <Tag tone="gold">审核中,通过后邻居才看得到</Tag>}
    </Card>
  )
}

function Notes({ help }: { help: HelpView }) {
  const careful = CAREFUL_HELP_KINDS.find((kind) => kind === help.kind)
  const reasons = help.askedFirst?.map((reason) => REASON_LABELS[reason]).join('、')
  return (
    <>
      {reasons !== undefined && help.status === 'open' && (
        <Notice tone="green">{`先问问您:${reasons}。不方便也没关系。`}</Notice>
      )}
      {careful !== undefined && <Notice tone="gold">{SAFETY_NOTES[careful]}</Notice>}
      {help.attended && help.status === 'open' && <Notice tone="blue">网格员在盯着这件事。</Notice>}
    </>
  )
}

/** One request, from asking to thanks, with what neighbours say under it. */
export default function HelpDetail() {
  const { id = '', deliveryId } = useParams()
  const me = useMe(deliveryId)
  // The first call proves the group; before it a neighbour who comes from a card might not be known here.
  const query = useCall('help.info', { id }, { when: me.data !== undefined, every: EVERY_MS })
  const help = query.data
  useShareAppMessage(() => ({
    title: `${help?.title ?? '邻居要帮忙'}:谁能帮一把?`,
    path: `/features/help/detail/index?id=${id}`,
  }))
  return (
    <Page title="邻里互助" state={me.data === undefined ? me : query} foot={help && <Acts help={help} />}>
      {help !== undefined && (
        <>
          <Facts help={help} />
          <Notes help={help} />
          <Two help={help} />
          <Offers help={help} />
          <Reports help={help} />
          <Thread target={{ kind: 'help', id }} name={me.data?.name ?? ''} />
        </>
      )}
    </Page>
  )
}
