import { checkBytes, dataBytes, qrOf } from '@/ui/qr'

const hex = (bytes: number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')

/** The example of ISO/IEC 18004, annex I: 01234567 in version 1, level M. */
describe('the drawn code', () => {
  it('has the data and the check bytes of the standard', () => {
    const data = dataBytes('01234567')
    expect(hex(data)).toBe('10 20 0c 56 61 80 ec 11 ec 11 ec 11 ec 11 ec 11')
    expect(hex(checkBytes(data))).toBe('a5 24 d4 c1 ed 36 c7 87 2c 55')
  })

  // As it was read back by a reader of its own, with two thousand others.
  it('is drawn as readers read it', () => {
    const rows = qrOf('01234567').map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))
    expect(rows).toEqual([
      '#######..#.##.#######',
      '#.....#..####.#.....#',
      '#.###.#.#.....#.###.#',
      '#.###.#.##....#.###.#',
      '#.###.#.#.###.#.###.#',
      '#.....#.#...#.#.....#',
      '#######.#.#.#.#######',
      '........#..##........',
      '#.#####..#..#.#####..',
      '...#.#.##.#.#..#.##..',
      '..#...##.#.#.#..#####',
      '....#....#.....####..',
      '...######..#.#..#....',
      '........#.#####..##..',
      '#######..##.#.##.....',
      '#.....#.#.#####...#.#',
      '#.###.#.#...#..#.##..',
      '#.###.#.##..#..#.....',
      '#.###.#.#.##.#..#.#..',
      '#.....#........##.##.',
      '#######.####.#..#.#..',
    ])
  })

  it('differs for every code and has only its own digits', () => {
    expect(qrOf('12345678')).not.toEqual(qrOf('12345679'))
    expect(hex(dataBytes('00000000'))).not.toBe(hex(dataBytes('00000001')))
  })
})
