import type { EVALUATION_EXPECTATIONS } from './evaluation-expectations'
import { computed, endObjections, evaluationInput, frozen, published } from '../support/evaluations'
import { sends, type Prepare } from './trial'
import type { Scene } from './people'

const maker = ({ who }: Scene) => who('town_officer:own')
const onDraft: Prepare = async (scene) => {
  const { id } = await maker(scene).call('evaluation.create', evaluationInput(scene.district, scene.grid))
  return { input: { id } }
}
const onComputed =
  (more: (scene: Scene) => object = () => ({})): Prepare =>
  async (scene) => ({ input: { id: await computed(scene.district, maker(scene)), ...more(scene) } })
const ofVillage = ({ grid }: Scene) => ({ areaCode: grid.slice(0, 12) })
const onPublished =
  (more: (scene: Scene) => object = () => ({})): Prepare =>
  async (scene) => ({ input: { id: await published(scene.district, maker(scene)), ...more(scene) } })

const onObjection: Prepare = async (scene) => {
  const id = await computed(scene.district, maker(scene))
  const objecting = { id, reason: '数字不对', ...ofVillage(scene) }
  const { objections } = await scene.who('village_secretary:own').call('evaluation.object', objecting)
  return { input: { id: objections[0]?.id ?? '', upheld: false, words: '数字是对的' } }
}

type Targets = {
  [A in keyof typeof EVALUATION_EXPECTATIONS]: Record<keyof (typeof EVALUATION_EXPECTATIONS)[A], Prepare>
}

export const EVALUATION_TARGETS: Targets = {
  'evaluation.create': {
    'of the town': ({ district, grid }) => ({ input: evaluationInput(district, grid) }),
  },
  'evaluation.compute': { 'a draft': onDraft },
  'evaluation.list': { anything: sends({}) },
  'evaluation.info': {
    'a draft': onDraft,
    'one that may be objected to': onComputed(),
    'a published one': onPublished(),
  },
  'evaluation.explain': {
    'before it is published': onComputed(ofVillage),
    'when it is published': onPublished(ofVillage),
  },
  'evaluation.object': {
    'for the village': onComputed((scene) => ({ ...ofVillage(scene), reason: '数字不对' })),
  },
  'evaluation.objections': { 'of the town': onComputed() },
  'evaluation.decideObjection': { 'of the village': onObjection },
  'evaluation.freeze': {
    'after the time for objections': async (scene) => {
      const id = await computed(scene.district, maker(scene))
      await endObjections(scene.district, id)
      return { input: { id } }
    },
  },
  'evaluation.publish': {
    'a frozen one': async (scene) => ({ input: { id: await frozen(scene.district, maker(scene)) } }),
  },
  'evaluation.archive': { 'a published one': onPublished() },
}
