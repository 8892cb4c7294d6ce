import { useState } from 'react'
import { PICTURE_REGIONS_MAX } from '~/types/picture'
import { moved, type Direction, type Patch, type PatchSize } from '../cover'

interface State {
  patches: Patch[]
  /** Which of them is worked on. */
  at: number
  /** Of the one that is worked on, and of the next. */
  size: PatchSize
}

const changed = (state: State, to: (patch: Patch) => Patch): State => ({
  ...state,
  patches: state.patches.map((patch, index) => (index === state.at ? to(patch) : patch)),
})

/** The patches on a picture. Where a finger was is measured while the next may come down, so each step goes by the last. */
export function usePatches() {
  const [state, setState] = useState<State>({ patches: [], at: 0, size: 'middle' })
  return {
    ...state,
    full: state.patches.length >= PICTURE_REGIONS_MAX,
    add: (x: number, y: number) =>
      setState(({ patches, at, size }) =>
        patches.length >= PICTURE_REGIONS_MAX
          ? { patches, at, size }
          : { patches: [...patches, { x, y, size }], at: patches.length, size },
      ),
    choose: (at: number) =>
      setState(({ patches, size }) => ({ patches, at, size: patches[at]?.size ?? size })),
    resize: (size: PatchSize) =>
      setState((state) => changed({ ...state, size }, (patch) => ({ ...patch, size }))),
    move: (direction: Direction, ratio: number) =>
      setState((state) => changed(state, (patch) => moved(patch, direction, ratio))),
    remove: () =>
      setState(({ patches, at, size }) => ({
        patches: patches.filter((_, index) => index !== at),
        at: Math.max(0, patches.length - 2),
        size,
      })),
  }
}
