import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { MONTH_LEAST, type AppealMonthView } from '~/types/appeal-month'
import { useCall, useMe, useParams } from '@/hooks'
import { CATEGORY_LABELS } from '@/labels/appeal'
import { monthWords } from '@/time'
import { Bar, Button, Card, Filter, Notice, Page, PageState, SectionTitle } from '@/ui'
import './index.scss'

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <View className="month__figure">
      <View className="month__number">{value}</View>
      <View className="month__muted">{label}</View>
    </View>
  )
}

/** One share with what it is of; of too few there is none. */
function Share({ label, value, line }: { label: string; value: number | null; line: string }) {
  return (
    <View className="month__share">
      <View className="month__line">
        <View className="month__name">{label}</View>
        {value !== null && <View className="month__value">{value}%</View>}
      </View>
      {value !== null && <Bar share={value / 100} tone={value >= 80 ? 'green' : 'gold'} />}
      <View className="month__muted">{line}</View>
    </View>
  )
}

function Shares({ inTime, reached, solved, satisfied }: AppealMonthView) {
  const few = `问到的不到${MONTH_LEAST}位,先不算`
  return inTime === null ? (
    <Card>
      <View className="month__muted">办完的不到{MONTH_LEAST}件,按时、解决、满意先不算。</View>
    </Card>
  ) : (
    <Card>
      <Share label="按时" value={inTime} line="按时联系、按时答复的" />
      <Share
        label="解决"
        value={solved}
        line={solved === null ? few : `问到的${reached}位里,解决了一部分的算一半`}
      />
      <Share
        label="满意"
        value={satisfied}
        line={satisfied === null ? few : `问到的${reached}位里,基本满意以上的`}
      />
    </Card>
  )
}

function Whole({ data }: { data: AppealMonthView }) {
  const { area, month, running, total, done, open, withdrawn } = data
  return (
    <Card>
      <View className="month__muted">
        {area.name} · {monthWords(month)}
        {running ? '(到今天)' : ''}
      </View>
      <View className="month__total">
        大家提了<View className="month__big">{total}</View>件
      </View>
      <View className="month__figures">
        <Figure value={done} label="办好、答复了" />
        <Figure value={open} label="正在办" />
        <Figure value={withdrawn} label="自己撤回" />
      </View>
    </Card>
  )
}

function Categories({ categories }: Pick<AppealMonthView, 'categories'>) {
  const most = Math.max(...categories.map(({ count }) => count))
  return (
    <Card>
      {categories.map(({ category, count }) => (
        <View key={category} className="month__share">
          <View className="month__line">
            <View className="month__name">
              {category === 'other' ? '其他和较少的' : CATEGORY_LABELS[category]}
            </View>
            <View className="month__value">{count}件</View>
          </View>
          <Bar share={count / most} tone="peach" />
        </View>
      ))}
    </Card>
  )
}

/** 诉求月报: what was asked for in a place and what came of it, for everybody to read. */
export default function AppealMonth() {
  const { deliveryId, areaCode, month } = useParams()
  const me = useMe(deliveryId)
  const [asked, setAsked] = useState({
    ...(areaCode !== undefined && { areaCode }),
    ...(month !== undefined && { month }),
  })
  const query = useCall('appeal.month', asked, { when: me.data !== undefined })
  const { data } = query
  useShareAppMessage(() => ({
    title: `${data?.area.name ?? ''}${data === undefined ? '' : monthWords(data.month)}:大家提的事办得怎样`,
    path: `/features/appeal/month/index?areaCode=${data?.area.code ?? ''}&month=${data?.month ?? ''}`,
  }))
  const at = data?.months.indexOf(data.month) ?? 0
  const [later, earlier] = [data?.months[at - 1], data?.months[at + 1]]
  const go = (to: string) => setAsked({ ...asked, month: to })
  return (
    <Page title="诉求月报">
      {data !== undefined && data.areas.length > 0 && (
        <Filter
          label="看哪里"
          value={data.area.code}
          options={data.areas.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(chosen) => setAsked({ ...asked, areaCode: chosen })}
        />
      )}
      <PageState query={query}>
        {data !== undefined && (
          <>
            <Whole data={data} />
            {data.total > 0 && (
              <>
                <Shares {...data} />
                <SectionTitle>都是什么事</SectionTitle>
                <Categories categories={data.categories} />
              </>
            )}
            <View className="month__buttons">
              {earlier !== undefined && (
                <Button kind="ghost" size="middle" onTap={() => go(earlier)}>
                  看{monthWords(earlier)}
                </Button>
              )}
              {later !== undefined && (
                <Button kind="ghost" size="middle" onTap={() => go(later)}>
                  看{monthWords(later)}
                </Button>
              )}
            </View>
            <Notice tone="blue">没有公开的诉求也数在里面,看不出是谁提的。</Notice>
          </>
        )}
      </PageState>
    </Page>
  )
}
