import { randomUUID } from 'node:crypto'
import type { PARTY_EXPECTATIONS } from './party-expectations'
import type { Scene } from './people'
import { asksFor, sends, type Prepare } from './trial'

const offers = async ({ who }: Scene) =>
  (await who('village_secretary:own').call('party.offerPost', { ...newPost(), shown: true })).id
const newPost = () => ({ name: `岗位${randomUUID().slice(0, 12)}`, line: '看水' })
const organisation = '区水务局机关党支部'

/** The submitter registers, once in a scene. */
async function registers(scene: Scene): Promise<string> {
  const person = scene.who('submitter')
  const { member } = await person.call('party.mine', {})
  return (
    member?.id ?? (await person.call('party.checkIn', { organisation, postIds: [await offers(scene)] })).id
  )
}

async function newMember(scene: Scene): Promise<string> {
  const person = await scene.district.resident(scene.grid)
  return (await person.call('party.checkIn', { organisation, postIds: [await offers(scene)] })).id
}

type Targets = {
  [A in keyof typeof PARTY_EXPECTATIONS]: Record<keyof (typeof PARTY_EXPECTATIONS)[A], Prepare>
}

export const PARTY_TARGETS: Targets = {
  'party.mine': { 'the own one': sends({}) },
  'party.posts': { 'of the own village': sends({}) },
  'party.checkIn': {
    'with a post of the village': async (scene) => ({
      input: { organisation, postIds: [await offers(scene)] },
    }),
  },
  'party.takePost': {
    'of the village': async (scene) => {
      await registers(scene)
      return { input: { postId: await offers(scene), taken: true } }
    },
  },
  'party.offerPost': {
    'a new one': () => ({ input: { ...newPost(), shown: true } }),
    'one of the village': async (scene) => ({
      input: { ...newPost(), id: await offers(scene), shown: true },
    }),
  },
  'party.confirm': {
    'a member of the village': async (scene) => ({ input: { id: await newMember(scene), confirmed: true } }),
  },
  'party.leave': { 'the submitter’s': async (scene) => ({ input: { id: await registers(scene) } }) },
  'party.members': { 'of the own villages': sends({}) },
  'party.report': { 'the village': asksFor('', 12), 'the town': asksFor('', 9) },
}
