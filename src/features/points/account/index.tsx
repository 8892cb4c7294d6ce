import { usePagedList } from '@/hooks'
import { goTo } from '@/navigate'
import { ActionBar, Button, Card, Empty, Page, PageState, Row, SectionTitle } from '@/ui'
import { Awards } from '../components/Awards'
import { Redemptions } from '../components/Redemptions'
import { amountWords, entryLine, entryTitle } from '../view'
import { Balance } from './Balance'
import { Lots } from './Lots'

/** 我家的积分: how many there are, where they came from, and what they are good for. */
export default function PointsAccount() {
  const list = usePagedList('points.account', {})
  const account = list.first
  return (
    <Page
      title="我家的积分"
      foot={
        <ActionBar>
          <Button onTap={() => goTo('/features/points/goods/index')}>兑东西</Button>
        </ActionBar>
      }
    >
      <PageState query={list}>
        {account !== undefined && (
          <>
            <Balance account={account} />
            <Card>
              <Row label="积分怎么算" onTap={() => goTo('/features/points/rules/index')} />
              <Row label="村里的积分公示" onTap={() => goTo('/features/points/published/index')} />
            </Card>
            <Redemptions items={account.redemptions} />
            <Lots lots={account.lots} />
            {account.pending.length > 0 && <SectionTitle>还没到账的</SectionTitle>}
            <Awards items={account.pending} />
            <SectionTitle>每一笔</SectionTitle>
            {list.items.length > 0 ? (
              <Card>
                {list.items.map((entry) => (
                  <Row
                    key={entry.id}
                    label={entryTitle(entry)}
                    hint={entryLine(entry)}
                    value={amountWords(entry.amount)}
                  />
                ))}
              </Card>
            ) : (
              <Empty icon="star" title="还没有积分" line="参加活动、帮邻居一把,积分自己就来了" />
            )}
          </>
        )}
      </PageState>
    </Page>
  )
}
