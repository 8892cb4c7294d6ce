import type { SurveyAction, SurveyView } from '~/types/survey'

/** 121,706 */
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
/** 61.8% */
export const percent = (value: number) => `${value.toFixed(1)}%`
/** 92.4 */
export const points = (value: number) => value.toFixed(1)

/** Percent of those asked who took part, 0 to 100; 0 where nobody was asked. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100
}

/** Order in which the buttons matter; the first is the main one. */
const WEIGHT: SurveyAction[] = [
  'survey.cast',
  'survey.open',
  'survey.publish',
  'survey.results',
  'survey.update',
  'survey.atDoor',
  'survey.participation',
]
/** Up to two buttons for the bar, the main one last, and lines for the rest. */
export function splitActions<A extends SurveyAction>(can: A[]): { bar: A[]; lines: A[] } {
  const weight = (action: A) => WEIGHT.indexOf(action)
  const bar = can
    .filter((action) => weight(action) !== -1)
    .sort((a, b) => weight(a) - weight(b))
    .slice(0, 2)
  return { bar: [...bar].reverse(), lines: can.filter((action) => !bar.includes(action)) }
}

/** The code in two halves of four, as it is read aloud and copied. */
export const spelled = (receipt: string) => `${receipt.slice(0, 4)} ${receipt.slice(4)}`

/** What the main button says: nobody goes to vote twice, they change their ballot. */
export const castLabel = ({ standing }: Pick<SurveyView, 'standing'>) =>
  standing === 'voted' ? '改我的票' : '现在去评'
