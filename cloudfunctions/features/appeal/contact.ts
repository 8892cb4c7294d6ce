import type { SpokenBy } from '~/types/appeal'
import { shanghaiTime } from '../../core/clock'
import type { Ctx } from '../../core/context'
import { emit, type Deliverer } from '../../core/outbox'
import { titleOf } from '../../core/title'
import { tellPeople } from '../notice/queries'
import { isOutside } from './captured'
import { findAppeal, findStep, listColleagues, type AppealRow } from './repo'
import { tellThose, type Words } from './telling'
import { isOpen } from './workflow'

/** Who handles a case has said something to the person, which is for them alone. */
export const SPOKEN = 'appeal.spoken'
/** Nobody has spoken to the person in time. */
export const UNCONTACTED = 'appeal.uncontacted'

/** Acts in which something is said to the person by who leads the case, whatever the words. */
const ANSWERS = ['appeal.answer', 'appeal.finish', 'appeal.triage', 'appeal.contact']
/** Acts that say something only when words come with them; who is not in the program does not read them. */
const REMARKS = ['appeal.accept', 'appeal.supplement']

type Contact = Pick<AppealRow, 'contactDueAt' | 'contactedAt' | 'contactLate'>

/**
 * The columns of a case after its lead has acted: the first word to the person ends the clock of the first contact
 * (regulation on appeals, art. 15; domain rules 1.2), in time or late.
 */
export function contactAfter(appeal: AppealRow, action: string, words: string, now: Date): Partial<Contact> {
  const spoken = ANSWERS.includes(action) || (REMARKS.includes(action) && words !== '' && !isOutside(appeal))
  if (!spoken || appeal.contactedAt !== null) {
    return {}
  }
  const late = appeal.contactDueAt !== null && now > appeal.contactDueAt
  return { contactedAt: now, contactDueAt: null, contactLate: appeal.contactLate || late }
}

const SPOKEN_WORDS: Record<SpokenBy, string> = { by_phone: '打过电话', in_person: '当面说过' }

/** What stands in the history: how, and what was said. */
export const spokenWords = (by: SpokenBy, words: string) =>
  words === '' ? SPOKEN_WORDS[by] : `${SPOKEN_WORDS[by]}:${words}`

/** Tells the person what was said to them, so that they can contradict what did not happen. */
export function tellSpoken(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  { id }: AppealRow,
  stepId: string,
  way: 'asks' | 'says' | 'notes',
): Promise<void> {
  return emit(ctx, SPOKEN, { id, stepId, way }, `${SPOKEN}:${stepId}`)
}

const LABELS: Record<string, string> = { asks: '请您补充', says: '给您留言', notes: '联系过您' }

export const deliverSpoken: Deliverer = async (ctx, { id = '', stepId = '', way = '' }) => {
  const [appeal, step] = await Promise.all([findAppeal(ctx.db, id), findStep(ctx.db, stepId)])
  if (appeal === undefined || step === undefined) {
    return
  }
  const body = way === 'notes' ? `记下了:${step.words}。如果没有这回事,点开说一声` : step.words
  const said: Words = {
    label: LABELS[way] ?? '给您留言',
    tone: 'progress',
    body: body || '发来照片,点开看看',
  }
  await tellThose(
    { ...ctx, eventKey: `step:${stepId}` },
    SPOKEN,
    { appeal, by: step.userId, isPublic: false },
    said,
  )
}

/** Reminds whoever has the case, once: that it was too late stays on record. */
export function tellUncontacted(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  { id, reopenCount }: AppealRow,
): Promise<void> {
  return emit(ctx, UNCONTACTED, { id }, `${UNCONTACTED}:${id}:${reopenCount}`)
}

export const deliverUncontacted: Deliverer = async (ctx, { id = '' }) => {
  const appeal = await findAppeal(ctx.db, id)
  if (appeal === undefined || appeal.contactedAt !== null || !isOpen(appeal)) {
    return
  }
  const colleagues = appeal.handlerId === null ? await listColleagues(ctx.db, appeal, ctx.now) : []
  const people = appeal.handlerId === null ? colleagues.map(({ userId }) => userId) : [appeal.handlerId]
  await tellPeople(
    ctx,
    people.map((userId) => ({
      userId,
      title: titleOf(appeal.text),
      body: `${shanghaiTime(appeal.submittedAt).slice(5)}提的,还没有人联系反映人,请您先打个电话`,
      label: '还没联系',
      tone: 'urgent' as const,
      path: `features/appeal/detail/index?id=${id}`,
    })),
  )
}
