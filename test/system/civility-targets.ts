import type { CIVILITY_EXPECTATIONS } from './civility-expectations'
import type { Scene } from './people'
import type { Prepare } from './trial'

const reminder = ({ grid }: Scene) =>
  ({ kind: 'litter', words: '请把垃圾扔进桶里', areaCode: grid, nobodyRecognisable: true }) as const
const posts = async (scene: Scene) =>
  (await scene.who('grid_worker:own').call('civility.remind', reminder(scene))).id
const reason = '发错网格了'

type Targets = {
  [A in keyof typeof CIVILITY_EXPECTATIONS]: Record<keyof (typeof CIVILITY_EXPECTATIONS)[A], Prepare>
}

export const CIVILITY_TARGETS: Targets = {
  'civility.remind': { 'the grid': (scene) => ({ input: reminder(scene) }) },
  'civility.withdraw': { 'a posted one': async (scene) => ({ input: { id: await posts(scene), reason } }) },
  'civility.info': {
    'a posted one': async (scene) => ({ input: { id: await posts(scene) } }),
    'one taken back': async (scene) => {
      const id = await posts(scene)
      await scene.who('grid_worker:own').call('civility.withdraw', { id, reason })
      return { input: { id } }
    },
  },
}
