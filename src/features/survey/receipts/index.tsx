import { View } from '@tarojs/components'
import { useState } from 'react'
import { RECEIPT_LENGTH } from '~/types/survey'
import { useCall, usePagedList, useParams } from '@/hooks'
import { Button, Card, Field, Notice, Page, PageState, SectionTitle, TextInput } from '@/ui'
import { useReceipt } from '../useReceipt'
import { grouped, spelled } from '../view'
import './index.scss'

const cleaned = (text: string) => text.replace(/\s/g, '').toUpperCase()

/** All codes that were counted, and whether mine is among them. */
export default function SurveyReceipts() {
  const { id = '' } = useParams()
  const [kept] = useReceipt(id)
  const [typed, setTyped] = useState(kept)
  const code = cleaned(typed)
  const whole = code.length === RECEIPT_LENGTH
  const list = usePagedList('survey.receipts', { id })
  const mine = useCall('survey.receipts', { id, code, limit: 1 }, { when: whole })
  return (
    <Page title="核对回执码">
      <Field label="我的回执码" hint={`一共${RECEIPT_LENGTH}位,空格不用管`}>
        <TextInput
          label="我的回执码"
          value={typed}
          max={RECEIPT_LENGTH * 2}
          placeholder="投票时给您的那一串"
          onChange={setTyped}
        />
      </Field>
      {whole && mine.failure !== undefined && <Notice tone="red">{mine.failure.message}</Notice>}
      {whole && mine.data?.found === true && (
        <Notice tone="green">{spelled(code)} 在名单里,您的票算进去了。</Notice>
      )}
      {whole && mine.data?.found === false && (
        <Notice tone="red">
          名单里没有 {spelled(code)}
          。请看看有没有抄错;改过票的,要用最后一次的回执码。还是没有,请告诉发起测评的单位。
        </Notice>
      )}
      <PageState
        query={list}
        isEmpty={list.items.length === 0}
        empty={{ icon: 'list', title: '还没有回执码', line: '截止点票以后,全部回执码会列在这里' }}
      >
        <SectionTitle>算进去的 {grouped(list.first?.total ?? 0)} 张票</SectionTitle>
        <Card className="receipts">
          {list.items.map((item) => (
            <View key={item} className={`receipts__code ${item === code ? 'receipts__code--mine' : ''}`}>
              {spelled(item)}
            </View>
          ))}
        </Card>
        {list.more && (
          <Button kind="ghost" size="middle" onTap={list.loadMore}>
            再看一些
          </Button>
        )}
      </PageState>
    </Page>
  )
}
