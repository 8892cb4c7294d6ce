import { tryPart } from './matrix'

describe('who may do what, part 4: every action × every role × every relation', () => {
  tryPart(4)
})
