import { View } from '@tarojs/components'
import type { GridWorkerView } from '~/types/me'
import type { SurveyView } from '~/types/survey'
import { STANDING_LINES } from '@/labels/survey'
import { goTo } from '@/navigate'
import { Button, CallRow, Card, Notice } from '@/ui'
import { spelled } from '../view'
import './Standing.scss'

interface Props {
  survey: SurveyView
  worker: GridWorkerView | undefined
}

/** The caller and this survey: why they cannot vote and who helps, the code of their ballot, the newer version. */
export function Standing({ survey, worker }: Props) {
  const { standing, status, receipt, correction, replacedById, participation } = survey
  const asked = participation === null || standing !== 'not_asked'
  const line = status === 'open' && asked ? STANDING_LINES[standing] : ''
  const helped = status === 'open' && (standing === 'assurance_needed' || standing === 'not_on_roll')
  return (
    <>
      {status === 'replaced' && <Notice tone="gold">这一版有错,已经停了,投过的票不算。请投新的一版。</Notice>}
      {replacedById !== undefined && (
        <View className="standing__button">
          <Button
            kind="ghost"
            size="middle"
            onTap={() => goTo('/features/survey/detail/index', { id: replacedById })}
          >
            看新的一版
          </Button>
        </View>
      )}
      {correction !== '' && <Notice tone="blue">这是更正以后的一版。原因:{correction}。请再投一次。</Notice>}
      {line !== '' && <Notice tone={standing === 'voted' ? 'green' : 'gold'}>{line}</Notice>}
      {receipt !== undefined && (
        <Card onTap={() => goTo('/features/survey/receipt/index', { id: survey.id })} label="我的回执码">
          <View className="standing__label">我的回执码</View>
          <View className="standing__code">{spelled(receipt)}</View>
        </Card>
      )}
      {helped && worker !== undefined && <CallRow worker={worker} />}
    </>
  )
}
