import type { Person } from '../support/district'
import type { Scene } from './people'

export interface Trial {
  input: unknown
  /** The group the program is opened from, instead of the one of who asks. */
  opengid?: string
}
/** Makes a fresh thing in the right state, and the input that asks for it. */
export type Prepare = (scene: Scene, asker: Person) => Promise<Trial> | Trial

export const sends =
  (input: object): Prepare =>
  () => ({ input })
export const asksFor =
  (name: string, digits = 15): Prepare =>
  ({ grid }) => ({ input: { areaCode: grid.slice(0, digits), ...(name !== '' && { list: name }) } })
