import { tryPart } from './matrix'

describe('who may do what, part 3: every action × every role × every relation', () => {
  tryPart(3)
})
