import { me, feedItem } from './support/answers'
import { startProgram } from './support/program'

describe('home of the built mini program', () => {
  const program = startProgram({
    'me.enter': () => me(),
    'feed.list': () => ({ items: [feedItem({ title: '路灯不亮', label: '已办结', body: '换了新灯头' })] }),
  })

  it('shows the grid, its worker and its feed, and sends the group with the first call', async () => {
    const page = await program.open('pages/home/index')
    expect(page.text()).toContain('第3网格')
    expect(page.text()).toContain('网格员 李师傅')
    expect(page.text()).toContain('已办结')
    expect(page.text()).toContain('路灯不亮')
    const [enter] = program.calls
    expect(enter).toMatchObject({ action: 'me.enter', group: { __cloudID: 'cloud-id-of-the-group' } })
    await page.tap('提诉求')
    expect(program.asked).toContainEqual(
      expect.objectContaining({
        api: 'navigateTo',
        options: expect.objectContaining({ url: '/features/appeal/form/index' }),
      }),
    )
  })

  it('turns to large type with few big buttons', async () => {
    const page = await program.open('pages/home/index')
    await page.tap('大字版')
    expect(page.text()).toContain('我要反映')
    expect(page.html()).toContain('page--large')
  })
})
