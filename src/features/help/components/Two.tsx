import { View } from '@tarojs/components'
import type { HelpView } from '~/types/help'
import { Card, Notice, Row } from '@/ui'
import './HelpCard.scss'

const SAID = (yes: boolean) => (yes ? '说帮好了' : '还没说')

/** The two, once they have found each other: who, where, who has said that it is done, and the thanks. */
export function Two({ help }: { help: HelpView }) {
  const { relation, helperName, askerName, place, confirmed, status, saidThanks } = help
  if (relation === 'neighbour' || helperName === '') {
    return null
  }
  return (
    <>
      {(status === 'matched' || status === 'confirming') && relation !== 'staff' && (
        <Notice tone="green">定下来了。现在你们俩能互相打电话,电话不会给别人。</Notice>
      )}
      <Card>
        <Row label="求助的" value={askerName} hint={SAID(confirmed.asker)} />
        <Row label="来帮的" value={helperName} hint={SAID(confirmed.helper)} />
        {place !== '' && <Row label="在哪里" value={place} />}
      </Card>
      {saidThanks.length > 0 && (
        <Card tone="green">
          {saidThanks.map(({ by, words, shared }) => (
            <View key={by}>
              <View className="helpcard__title">{`“${words}”`}</View>
              <View className="helpcard__muted">
                {`${by === 'asker' ? askerName : helperName} · ${shared ? '愿意让邻居看到' : '只给对方看'}`}
              </View>
            </View>
          ))}
        </Card>
      )}
    </>
  )
}
