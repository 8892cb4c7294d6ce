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
  'survey.list': {
    mine: sends({ list: 'mine' }),
    area: sends({ list: 'area' }),
    made: sends({ list: 'made' }),
  },
  'survey.info': { 'an open one': onOpen(), 'a draft of the town': onDraft() },
  'survey.mine': { 'an open one': onOpen() },
  'survey.cast': { 'an open one': onOpen({ edition: 1, answers: [1] }) },
}
