import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import type { MissingView } from '~/types/missing'
import { useCall, useMe, useParams } from '@/hooks'
import { goTo } from '@/navigate'
import { ActionBar, Button, Card, Notice, Page, SectionTitle, Timeline } from '@/ui'
import { Ended } from '../components/Ended'
import { Person } from '../components/Person'
import { Searching } from '../components/Searching'
import { SearchMap } from '../components/SearchMap'
import { sightingItems, stepItems } from '../timeline'
import { headline } from '../view'
import '../components/Person.scss'

/** How often an open page looks for news, in milliseconds. */
const EVERY_MS = 20_000

const dial = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
/** Something here is for who leads or for the family alone. */
const isLed = ({ can }: MissingView) =>
  can.some((action) => action !== 'missing.sight' && action !== 'missing.search')

function Foot({ missing: { id, can, dutyPhone } }: { missing: MissingView }) {
  return can.includes('missing.sight') ? (
    <ActionBar>
      <Button kind="dangerGhost" onTap={() => dial(dutyPhone === '' ? '110' : dutyPhone)}>
        {dutyPhone === '' ? '打110' : '打值班电话'}
      </Button>
      <Button kind="danger" onTap={() => goTo('/features/missing/sight/index', { id })}>
        我看到了
      </Button>
    </ActionBar>
  ) : null
}

/** 爱心寻人: who, where to look, what was seen. Whole for the family and those who lead, coarse for everybody else. */
export default function MissingDetail() {
  const { id = '', deliveryId } = useParams()
  const me = useMe(deliveryId)
  const query = useCall('missing.info', { id }, { when: me.data !== undefined, every: EVERY_MS })
  const missing = query.data
  useShareAppMessage(() => ({
    title: missing === undefined || missing.map === null ? '爱心寻人' : `爱心寻人:${headline(missing)}`,
    path: `/features/missing/detail/index?id=${id}`,
  }))
  const over = missing !== undefined && missing.endedAt !== null
  return (
    <Page
      title="爱心寻人"
      state={me.data === undefined ? me : query}
      foot={missing !== undefined && !over && <Foot missing={missing} />}
    >
      {missing !== undefined && over && <Ended missing={missing} />}
      {missing !== undefined && !over && (
        <>
          <SearchMap missing={missing} />
          <Person missing={missing} />
          {isLed(missing) && (
            <Card>
              <Button onTap={() => goTo('/features/missing/lead/index', { id })}>
                {missing.can.includes('missing.verify') ? '去核实' : '办理:线索、到达、找到了'}
              </Button>
            </Card>
          )}
          {missing.status === 'reported' && (
            <Notice tone="blue">网格员马上给您打电话核实,核实以后就请邻居们一起找。请先打110。</Notice>
          )}
          {missing.policeFirst && missing.status !== 'searching' && (
            <Notice tone="gold">先由公安处理,公安同意以后才发动大家找。请先打110。</Notice>
          )}
          {missing.map !== null && (
            <>
              <SectionTitle>线索</SectionTitle>
              <Card>
                {missing.sightings.length === 0 ? (
                  <View className="person__muted">还没有核实过的线索。看到了请点下面,三下就报好。</View>
                ) : (
                  <Timeline items={sightingItems(missing.sightings)} />
                )}
              </Card>
              <Searching missing={missing} />
              <View className="person__muted">找到后自动撤下照片和电话,并向所有网格报平安。</View>
            </>
          )}
        </>
      )}
      {missing !== undefined && missing.steps.length > 0 && (
        <>
          <SectionTitle>经过</SectionTitle>
          <Card>
            <Timeline items={stepItems(missing)} />
          </Card>
        </>
      )}
    </Page>
  )
}
