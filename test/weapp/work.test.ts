import { appealRow, assignment, me, GRID } from './support/answers'
import { startProgram } from './support/program'

describe('the grid worker with the built mini program', () => {
  const accepted: string[] = []
  const program = startProgram({
    'me.enter': () =>
      me({
        assignments: [assignment()],
        can: ['workbench', 'membership.manage', 'group.bind'],
        group: { area: null, can: ['group.bind'] },
      }),
    'appeal.list': () => ({
      items: [
        appealRow({ can: accepted.length === 0 ? ['appeal.accept', 'appeal.answer'] : ['appeal.finish'] }),
      ],
      counts: { nearlyLate: 1, open: 4, handled: 2, handledToday: 3 },
    }),
    'delivery.mine': () => ({ items: [] }),
    'appeal.accept': ({ id }: { id: string }) => {
      accepted.push(id)
      return {}
    },
    'group.bind': () => me({ group: { area: GRID, can: [] } }),
    'feed.list': () => ({ items: [] }),
  })

  it('sees counts and cases, the next to be late first, and accepts without leaving the list', async () => {
    const page = await program.open('pages/matters/index')
    expect(page.text()).toContain('快超时')
    expect(page.text()).toContain('独居老人家突然停电')
    await page.tap('接单')
    expect(accepted).toHaveLength(1)
    expect(page.text()).toContain('办结')
  })

  it('is told on the home page that this group is not bound, and binds it', async () => {
    const home = await program.open('pages/home/index')
    expect(home.text()).toContain('这个群还没有绑定网格')
    const page = await program.open('features/group/bind/index')
    await page.tap('绑定到第3网格')
    const bound = program.calls.find(({ action }) => action === 'group.bind')
    expect(bound?.input).toMatchObject({ areaCode: GRID.code })
  })
})
