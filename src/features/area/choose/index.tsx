import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { AREA_LEVELS, type AreaLevel, type AreaView } from '~/types/area'
import { useAction, useCall, useMe, useParams } from '@/hooks'
import { goBack } from '@/navigate'
import { Button, CallRow, Card, Field, Notice, Page, PageState, Row, Sheet, TextInput } from '@/ui'
import { AreaRow } from './AreaRow'
import { usePoint } from './usePoint'

function levelOf(text: string | undefined): AreaLevel {
  return AREA_LEVELS.find((level) => level === text) ?? 'grid'
}

/**
 * Finding a place: by name, by where one is, or down from the town. With `pick` it only answers with the place
 * (event `area.picked`); otherwise it says which grid one lives in.
 */
export default function ChooseArea() {
  const { pick, level, within } = useParams()
  const wanted = levelOf(level)
  const me = useMe()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<string | undefined>(within)
  const [chosen, setChosen] = useState<AreaView>()
  const { point, refused, locate } = usePoint()
  const searching = words.trim() !== '' || point !== undefined
  const asked = { level: wanted, ...(words.trim() !== '' && { words: words.trim() }), ...point }
  const search = useCall('area.search', asked, { when: searching })
  const list = useCall('area.list', open === undefined ? {} : { code: open }, { when: !searching })
  const choose = useAction('membership.choose', { done: '选好了', refresh: ['me', 'feed', 'appeal'] })

  function take(area: AreaView) {
    if (area.level !== wanted) {
      setOpen(area.code)
    } else if (pick === undefined) {
      setChosen(area)
    } else {
      Taro.eventCenter.trigger('area.picked', area)
      goBack()
    }
  }

  async function confirm() {
    if (chosen !== undefined && (await choose.run({ areaCode: chosen.code })) !== undefined) {
      setChosen(undefined)
      goBack()
    }
  }

  const inside = list.data?.parent ?? null
  const found = (search.data?.items ?? []).filter(
    (area) => within === undefined || area.code.startsWith(within),
  )
  const [worker] = me.data?.gridWorkers ?? []
  return (
    <Page title={pick === undefined ? '选我的网格' : '选地方'}>
      <Field label="村名或网格">
        <TextInput label="村名或网格名" value={words} placeholder="比如:西柏店3" onChange={setWords} />
        <Button kind="soft" size="middle" onTap={() => void locate()}>
          用我的位置找最近的
        </Button>
      </Field>
      {refused && <Notice tone="gold">没有拿到位置,不要紧,输入村名也能找到。</Notice>}
      {searching ? (
        <PageState
          query={search}
          isEmpty={found.length === 0}
          empty={{ icon: 'search', title: '没有找到', line: '换个说法试试,只写村名也行' }}
        >
          <Card>
            {found.map((area) => (
              <AreaRow key={area.code} area={area} full onTap={() => take(area)} />
            ))}
          </Card>
        </PageState>
      ) : (
        <PageState query={list}>
          <Card>
            {inside !== null && open !== undefined && open !== within && (
              <Row
                label={`‹ ${inside.name}`}
                hint="返回上一级"
                onTap={() => setOpen(inside.code.length <= 6 ? undefined : inside.code.slice(0, -3))}
              />
            )}
            {list.data?.items.map((area) => (
              <AreaRow key={area.code} area={area} full={false} onTap={() => take(area)} />
            ))}
          </Card>
        </PageState>
      )}
      <Sheet open={chosen !== undefined} title="您住在这里吗?" onClose={() => setChosen(undefined)}>
        <Card>
          <View>{chosen?.fullName}</View>
        </Card>
        {choose.failure !== undefined && <Notice tone="gold">{choose.failure.message}</Notice>}
        {choose.failure?.reason === 'confirmed_by_worker' && worker !== undefined && (
          <CallRow worker={worker} />
        )}
        <Button loading={choose.busy} onTap={() => void confirm()}>
          是的,我住这里
        </Button>
      </Sheet>
    </Page>
  )
}
