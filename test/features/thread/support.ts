import type { ThreadTarget } from '~/types/thread'
import { ask, openScene as openHelpScene, type Scene as HelpScene } from '../help/support'

export interface Scene extends HelpScene {
  target: ThreadTarget
}

/** A request with its thread, in a grid with its people. */
export async function openScene(): Promise<Scene> {
  const scene = await openHelpScene()
  return { ...scene, target: { kind: 'help', id: await ask(scene) } }
}
export const HELD = '我家有梯子,测试待审'
