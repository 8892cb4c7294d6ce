import { Notice } from '@/ui'
import { RATING_OUTCOMES, type AppealView } from '~/types/appeal'
import { OUTCOME_LABELS } from '@/labels/appeal'
import { ratingWords } from '../view'

type Props = Pick<AppealView, 'rating' | 'neighbourRatings' | 'callback' | 'thankCount' | 'relation'>

/** 另外3位邻居:解决了2位、没解决1位; null when nobody else rated. */
function tallyWords(tally: AppealView['neighbourRatings']): string | null {
  const said = RATING_OUTCOMES.filter((outcome) => (tally?.[outcome] ?? 0) > 0)
  const total = said.reduce((sum, outcome) => sum + (tally?.[outcome] ?? 0), 0)
  const parts = said.map((outcome) => `${OUTCOME_LABELS[outcome]}${tally?.[outcome] ?? 0}位`)
  return total === 0 ? null : `另外${total}位邻居:${parts.join('、')}`
}

/** What people say about how it was handled, once it is fixed; the own word at once. */
export function Ratings({ rating, neighbourRatings, callback, thankCount, relation }: Props) {
  const tally = tallyWords(neighbourRatings)
  const waiting = callback !== null && !callback.frozen && rating === null && relation === 'staff'
  return (
    <>
      {rating !== null && (
        <Notice tone={rating.outcome === 'unsolved' ? 'gold' : 'green'}>
          {relation === 'own' ? '您的评价' : '反映人评价'}:{ratingWords(rating)}
          {rating.words !== '' && `。“${rating.words}”`}
          {tally !== null && `。${tally}`}
        </Notice>
      )}
      {callback?.unreached === true && <Notice tone="gold">问了三次,没有等到反映人的评价。</Notice>}
      {waiting && <Notice tone="blue">等大家评价。都评完了,评价才公开。</Notice>}
      {thankCount > 0 && <Notice tone="green">{thankCount}位邻居道了谢。</Notice>}
    </>
  )
}
