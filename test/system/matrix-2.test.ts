import { tryPart } from './matrix'

describe('who may do what, part 2: every action × every role × every relation', () => {
  tryPart(2)
})
