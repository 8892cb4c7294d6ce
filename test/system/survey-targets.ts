import { randomUUID } from 'node:crypto'
import type { Person } from '../support/district'
import { putInLedger } from '../support/ledger'
import { openSurvey, surveyInput } from '../support/surveys'
import type { Scene } from './people'
import type { SURVEY_EXPECTATIONS } from './survey-expectations'
import { sends, type Prepare } from './trial'

/** Everybody who has opened the program stands in the ledger of their grid. */
async function putAsker({ district }: Scene, { userId, areaCode }: Person): Promise<void> {
  const held = district.db.selectFrom('resident').select('id').where('userId', '=', userId)
  if (userId !== '' && areaCode.length === 15 && (await held.executeTakeFirst()) === undefined) {
    await putInLedger(district, areaCode, { userId })
  }
}

const onDraft =
  (more: object = {}): Prepare =>
  async ({ district, grid, who }) => {
    await putInLedger(district, grid, null)
    const { id } = await who('town_officer:own').call('survey.create', surveyInput(district, [grid]))
    return { input: { id, ...more } }
  }

/** A survey of the town that asks the grid. */
const onOpen =
  (more: object = {}): Prepare =>
  async (scene, asker) => {
    const { district, grid, who } = scene
    await putAsker(scene, asker)
    await putInLedger(district, grid, null)
    const { id } = await openSurvey(district, who('town_officer:own'), [grid])
    return { input: { id, ...more } }
  }

const onClosed: Prepare = async (scene, asker) => {
  const { input } = await onOpen()(scene, asker)
  const { id } = input as { id: string }
  await scene.who('town_officer:own').call('survey.close', { id, reason: '试一试' })
  return { input: { id } }
}

const onPublished: Prepare = async (scene, asker) => {
  const { input } = await onClosed(scene, asker)
  await scene.who('town_officer:own').call('survey.publish', input as { id: string })
  return { input }
}

/** A survey with somebody behind a door. */
async function openAtDoor({ district, grid, who }: Scene) {
  const { residentId, door } = await putInLedger(district, grid, null)
  const { id } = await openSurvey(district, who('town_officer:own'), [grid])
  return { id, residentId, door }
}

/** Something of a survey to look at again, as the timer or the sample would make it. */
const onReview =
  (table: 'surveyRecheck' | 'surveyFlag', more: object): Prepare =>
  async (scene) => {
    const { db, clock } = scene.district
    const { id: surveyId, residentId } = await openAtDoor(scene)
    const worker = scene.who('grid_worker:own')
    const ballot = { id: surveyId, edition: 1, residentId, origin: 'door' as const, answers: [1] }
    await worker.call('survey.castAtDoor', ballot)
    const id = randomUUID()
    const about = { id, surveyId, areaCode: scene.grid, at: null }
    if (table === 'surveyFlag') {
      const flag = { kind: 'many_on_paper' as const, ballots: 1, reviewedBy: null, reviewedAt: null }
      await db
        .insertInto('surveyFlag')
        .values({ ...about, ...flag, at: clock.now() })
        .execute()
    } else {
      await db.deleteFrom('surveyRecheck').where('surveyId', '=', surveyId).execute()
      await db
        .insertInto('surveyRecheck')
        .values({ ...about, unitId: residentId, result: null, byUser: null })
        .execute()
    }
    return { input: { id, ...more } }
  }

type Targets = {
  [A in keyof typeof SURVEY_EXPECTATIONS]: Record<keyof (typeof SURVEY_EXPECTATIONS)[A], Prepare>
}

export const SURVEY_TARGETS: Targets = {
  'survey.templates': { anything: sends({}) },
  'survey.create': {
    'for the grid': ({ district, grid }) => ({ input: surveyInput(district, [grid]) }),
    'for the town': ({ district, grid }) => ({ input: surveyInput(district, [grid.slice(0, 9)]) }),
    'about the organisation of the village': ({ district, grid }) => ({
      input: surveyInput(district, [grid], { subject: 'village_organisation' }),
    }),
  },
  'survey.update': {
    'a draft of the town': async (scene, asker) => {
      const { input } = await onDraft()(scene, asker)
      return { input: { ...surveyInput(scene.district, [scene.grid]), ...(input as object) } }
    },
  },
  'survey.preview': { 'a draft of the town': onDraft() },
  'survey.open': { 'a draft of the town': onDraft() },
  'survey.close': { 'an open one': onOpen({ reason: '提前结束' }) },
  'survey.correct': { 'an open one': onOpen({ reason: '写错了一个字' }) },
  'survey.publish': { 'a closed one': onClosed },
  'survey.participation': { 'an open one': onOpen() },
  'survey.receipts': { 'a closed one': onClosed },
  'survey.results': { 'a closed one': onClosed, 'a published one': onPublished },
  'survey.export': { 'a closed one': onClosed },
  'survey.said': {
    'a closed one': async (scene, asker) => {
      const { input } = await onClosed(scene, asker)
      return { input: { ...(input as object), question: 0 } }
    },
  },
  'survey.appoint': {
    'an open one': async (scene, asker) => {
      const helper = await scene.district.resident(scene.grid)
      return onOpen({ userId: helper.userId, areaCode: scene.grid })(scene, asker)
    },
  },
  'survey.dismiss': { 'an open one': onOpen({ userId: randomUUID() }) },
  'survey.atDoor': {
    'a door of the grid': async (scene) => {
      const { id, door } = await openAtDoor(scene)
      return { input: { id, areaCode: scene.grid, door } }
    },
  },
  'survey.castAtDoor': {
    'somebody without a phone': async (scene) => {
      const { id, residentId } = await openAtDoor(scene)
      return { input: { id, edition: 1, residentId, origin: 'door', answers: [1] } }
    },
  },
  'survey.rechecks': { 'an open one': onOpen() },
  'survey.recheck': { 'one of the sample': onReview('surveyRecheck', { result: 'confirmed' }) },
  'survey.flags': { 'an open one': onOpen() },
  'survey.review': { 'a flag': onReview('surveyFlag', { words: '看过了' }) },
  'survey.list': {
    mine: sends({ list: 'mine' }),
    area: sends({ list: 'area' }),
    made: sends({ list: 'made' }),
  },
  'survey.info': { 'an open one': onOpen(), 'a draft of the town': onDraft() },
  'survey.mine': { 'an open one': onOpen() },
  'survey.cast': { 'an open one': onOpen({ edition: 1, answers: [1] }) },
}
