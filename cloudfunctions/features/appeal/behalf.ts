import type { AppealSubmitInput } from '~/types/appeal-api'
import type { AppealRelation } from '~/types/appeal'
import type { BehalfView } from '~/types/behalf'
import type { Ctx } from '../../core/context'
import { emit, type Deliverer } from '../../core/outbox'
import type { Row } from '../../core/schema'
import { titleOf } from '../../core/title'
import { requireConsent } from '../me/queries'
import { findByNumber } from '../membership/queries'
import { tellPeople } from '../notice/queries'
import { isOutside } from './captured'
import { findAppeal, findPeople, type AppealRow } from './repo'

/** Somebody has filed a case for another, who is told so and may say that they did not want it. */
export const FILED_FOR = 'appeal.filedFor'

/** What a case keeps of whom it is filed for. */
export type BehalfColumns = Pick<
  AppealRow,
  'behalfName' | 'behalfPhoneEncrypted' | 'behalfUserId' | 'consent'
>

/**
 * Who a case is filed for. With a number that exactly one other resident of the grid has given, it is that person, who
 * then has the case like who filed it; two in one house may share a number, and nobody is guessed.
 */
export async function behalfOf(
  ctx: Ctx,
  behalf: AppealSubmitInput['behalf'],
  areaCode: string,
): Promise<BehalfColumns | undefined> {
  if (behalf === undefined) {
    return undefined
  }
  requireConsent(ctx)
  const { name, phone, consent } = behalf
  const hash = phone === undefined ? undefined : ctx.secrets.keyedHash('phone', phone)
  const found = hash === undefined ? [] : await findByNumber(ctx.db, hash, areaCode)
  const [person] = found.length === 1 ? found : []
  return {
    behalfName: name,
    behalfPhoneEncrypted: phone === undefined ? null : ctx.secrets.encrypt(phone),
    behalfUserId: person === ctx.actor.user.id ? null : (person ?? null),
    consent,
  }
}

/** The person it is for is not in the program: they hear the result by word of mouth, beside who filed it. */
export const isHeardOutside = ({ behalfName, behalfUserId }: Row<'appeal'>) =>
  behalfName !== '' && behalfUserId === null

/** Neighbours do not learn that somebody needs others to speak for them. */
function presentBehalf(appeal: AppealRow, relation: AppealRelation, readerId: string): BehalfView | null {
  const { behalfName: name, behalfPhoneEncrypted, behalfUserId, behalfToldBy: toldBy, consent } = appeal
  if (name === '' || relation === 'neighbour' || consent === '') {
    return null
  }
  const knows = relation === 'staff' || readerId === behalfUserId
  const inProgram = knows ? behalfUserId !== null : null
  return { name, consent, inProgram, hasPhone: behalfPhoneEncrypted !== null, toldBy }
}

/** Who speaks for whom in a case. */
export function presentWhose(appeal: AppealRow, relation: AppealRelation, readerId: string) {
  const captured = appeal.capturedBy !== null
  return { captured, outside: isOutside(appeal), behalf: presentBehalf(appeal, relation, readerId) }
}

/** Tells the person, once, if the program knows them. */
export async function announceBehalf(ctx: Ctx, { id, behalfUserId }: AppealRow): Promise<void> {
  if (behalfUserId !== null) {
    await emit(ctx, FILED_FOR, { id }, `${FILED_FOR}:${id}`)
  }
}

export const tellBehalf: Deliverer = async (ctx, { id = '' }) => {
  const appeal = await findAppeal(ctx.db, id)
  if (appeal?.behalfUserId == null) {
    return
  }
  const [filer] = await findPeople(ctx.db, [appeal.submitterId])
  const who = filer === undefined || filer.name === '' ? '家里人或邻居' : filer.name
  await tellPeople(ctx, [
    {
      userId: appeal.behalfUserId,
      title: titleOf(appeal.text),
      body: `${who}替您提了这件事,办得怎样也会告诉您。不是您的意思,打电话给网格员说一声`,
      label: '替您提的',
      tone: 'progress',
      path: `features/appeal/detail/index?id=${id}`,
    },
  ])
}
