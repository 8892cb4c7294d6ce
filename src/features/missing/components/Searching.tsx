import { View } from '@tarojs/components'
import type { MissingView } from '~/types/missing'
import { useAction } from '@/hooks'
import { Button, Card, Row, SectionTitle } from '@/ui'
import './Person.scss'

/** Who looks where, so that not all look in one place; one tap gives a part that nobody looks in. */
export function Searching({ missing }: { missing: MissingView }) {
  const { id, searching, can } = missing
  const search = useAction('missing.search', { done: '记下了,注意安全' })
  const stop = useAction('missing.search', { done: '辛苦了' })
  const mine = searching.find((part) => part.mine)
  if (!can.includes('missing.search')) {
    return null
  }
  return (
    <>
      <SectionTitle>大家在哪里找</SectionTitle>
      <Card>
        {searching.map(({ areaCode, areaName, people, streets, mine: own }) => (
          <Row
            key={areaCode}
            label={own ? `${areaName}(我在这边)` : areaName}
            value={`${people}人`}
            {...(streets.length > 0 && { hint: streets.join('、') })}
          />
        ))}
        {searching.length === 0 && <View className="person__muted">还没有人去找。天黑路滑,请结伴去。</View>}
        <View className="person__gap">
          {mine === undefined ? (
            <Button kind="soft" size="middle" loading={search.busy} onTap={() => void search.run({ id })}>
              我去这边找
            </Button>
          ) : (
            <Button
              kind="ghost"
              size="middle"
              loading={stop.busy}
              onTap={() => void stop.run({ id, done: true })}
            >
              我找完了
            </Button>
          )}
        </View>
      </Card>
    </>
  )
}
