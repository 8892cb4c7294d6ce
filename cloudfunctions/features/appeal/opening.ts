import type { AppealCategory, Urgency } from '~/types/appeal'
import type { Consent } from '~/types/behalf'
import { areaCodeAt } from '~/types/area'
import { shanghaiDay } from '../../core/clock'
import type { Ctx } from '../../core/context'
import { readSetting } from '../../core/settings'
import { alarm } from './alarm'
import type { BehalfColumns } from './behalf'
import { newTerm } from './clock'
import { leadFor } from './community'
import { insertAppeal, takeNumber, type AppealRow } from './repo'
import { keywordsSetting } from './schema'
import { recordStep } from './step'
import { suggestCategory } from './suggest'

/** The text of a case that was only said aloud and not understood by the program. */
const SPOKEN = '语音留言,请听录音'

interface Opening {
  text: string
  areaCode: string
  submitterId: string
  urgency: Urgency
  place?: string | undefined
  category?: AppealCategory | undefined
  nameShown?: boolean | undefined
  private?: boolean | undefined
  pictureIds?: string[] | undefined
  voiceIds?: string[] | undefined
  /** The worker who writes it down for the person, and how the person agreed. */
  capturedBy?: string
  consent?: Consent
  /** Who it was, when they are not in the program. */
  contact?: { name: string; phone: string | undefined }
  behalf?: BehalfColumns | undefined
}

/** Takes a case down with its number, its clocks and its first step. */
export async function openAppeal(ctx: Ctx, opening: Opening): Promise<AppealRow> {
  const { areaCode, submitterId, urgency, place = '', nameShown = false, pictureIds, voiceIds } = opening
  const text = opening.text === '' ? SPOKEN : opening.text
  const { capturedBy = null, consent = '', contact } = opening
  const category = opening.category ?? (await suggested(ctx, text))
  const appeal = await insertAppeal(ctx.db, {
    id: ctx.newId(),
    number: await takeNumber(ctx.db, areaCodeAt(areaCode, 'district'), shanghaiDay(ctx.now)),
    areaCode,
    submitterId,
    text,
    place,
    category,
    urgency,
    nameShown,
    private: opening.private ?? false,
    status: 'submitted',
    holderCode: await leadFor(ctx, { category, urgency, holderCode: areaCode }),
    handlerId: null,
    submittedAt: ctx.now,
    ...(await newTerm(ctx, urgency)),
    // Who writes down what they heard at the door or on the telephone has just spoken to the person.
    ...(capturedBy !== null && consent !== 'in_group' && { contactedAt: ctx.now, contactDueAt: null }),
    handledAt: null,
    closedAt: null,
    capturedBy,
    consent,
    contactName: contact?.name ?? '',
    contactPhoneEncrypted: contact?.phone === undefined ? null : ctx.secrets.encrypt(contact.phone),
    ...opening.behalf,
  })
  ctx.trail = { target: appeal.id, areaCode }
  const step = { action: 'appeal.submit', from: '', appeal, stepId: ctx.newId() } as const
  await recordStep(ctx, { ...step, words: '', pictureIds, voiceIds })
  await alarm(ctx, appeal)
  return appeal
}

async function suggested(ctx: Ctx, text: string): Promise<AppealCategory> {
  const keywords = await readSetting(ctx.db, 'appeal.keywords', keywordsSetting, ctx.now)
  return suggestCategory(text, keywords).category
}
