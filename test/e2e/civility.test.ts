import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { openBrowser } from './support/browser'
import { peopleOf, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'
/** Lines of four pixels all over: whatever is not covered keeps its contrast. */
async function linedPhoto(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height)
  pixels.forEach((_, at) => (pixels[at] = Math.floor((at % width) / 4) % 2 === 0 ? 235 : 60))
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** What the server kept of the picture that stands in the form. */
async function keptPicture({ page }: Phone): Promise<Buffer> {
  const shown = page.getByLabel('已传好的照片,点开看大图')
  await shown.waitFor()
  const src = (await shown.locator('img').getAttribute('src')) ?? ''
  return (await page.request.get(new URL(src, page.url()).href)).body()
}

/** How much light and dark differ in a square of 16 pixels around a place, given as parts of the sides. */
async function contrastAt(picture: Buffer, x: number, y: number): Promise<number> {
  const { width, height } = await sharp(picture).metadata()
  const box = { left: Math.round(x * width) - 8, top: Math.round(y * height) - 8, width: 16, height: 16 }
  const { channels } = await sharp(await sharp(picture).extract(box).png().toBuffer()).stats()
  return channels[0]?.stdev ?? 0
}

describe('a friendly reminder', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 18)
  })
  afterAll(() => browser.close())

  it.each([
    [320, true],
    [375, false],
  ])('is written, told and taken back on a phone of %d px (large type: %s)', async (width, large) => {
    const worker = await openPhone(browser, {
      openid: people.worker.openid,
      page: 'features/civility/form/index',
      width,
      large,
    })
    await worker.radio('遛狗不拴绳').click()
    await worker.page.getByRole('switch', { name: '看过了,认不出是谁' }).click()
    await worker.picture(`civility-form-${width}`)
    await worker.button('提醒大家').click()
    await worker.button('撤回').waitFor()
    await worker.picture(`civility-detail-${width}`)
    await runJobs()

    const { openid, opengid = '' } = people.resident
    const resident = await openPhone(browser, { openid, opengid, page: 'pages/feed/index', width, large })
    await resident.sees(/出门遛狗请拴好绳/)
    expect(resident.complaints).toEqual([])

    await worker.button('撤回').click()
    await worker.field('为什么撤回').fill('大家都拴好了')
    await worker.page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
    await worker.sees('已撤回')
    await resident.go('pages/feed/index')
    await resident.page.waitForTimeout(300)
    expect(await resident.page.getByText('出门遛狗请拴好绳').count()).toBe(0)
    expect(await worker.overflow()).toBe(0)
    expect(worker.complaints).toEqual([])
    await worker.close()
    await resident.close()
  })

  it.each([
    [320, true, 900, 1200],
    [375, false, 1200, 900],
  ])(
    'shows nothing of what was tapped on a phone of %d px (large type: %s)',
    async (width, large, wide, high) => {
      const { openid } = people.worker
      const worker = await openPhone(browser, { openid, page: 'features/civility/form/index', width, large })
      const { page } = worker
      const chooser = page.waitForEvent('filechooser')
      await worker.button('拍照').click()
      await (
        await chooser
      ).setFiles({ name: 'place.jpg', mimeType: 'image/jpeg', buffer: await linedPhoto(wide, high) })
      const frame = page.locator('#cover-frame')
      await page.waitForFunction(() => (document.querySelector('#cover-frame img')?.clientHeight ?? 0) > 100)
      await page.waitForTimeout(400) // the sheet comes up
      const tap = async (x: number, y: number) => {
        const box = await frame.boundingBox()
        const patches = page.locator('.cover__patch')
        const before = await patches.count()
        await frame.click({ position: { x: x * (box?.width ?? 0), y: y * (box?.height ?? 0) } })
        await patches.nth(before).waitFor()
      }
      await tap(0.25, 0.3)
      await worker.radio('大块').click()
      await tap(0.75, 0.7)
      await worker.radio('小块').click()
      await worker.picture(`civility-cover-${width}`)
      await tap(0.5, 0.1)
      await worker.button('去掉这一块').click()
      await worker.button('第1处,在左上').click()
      await page.getByRole('radio', { name: '大块', checked: true }).waitFor()
      for (let n = 0; n < 2; n += 1) {
        await worker.button('这一块往下挪一点').click()
      }
      expect(await worker.overflow()).toBe(0)
      await worker.button('遮好了,共2处').click()

      const kept = await keptPicture(worker)
      const unit = Math.min(wide, high) / high
      expect(await contrastAt(kept, 0.25, 0.3 + 0.24 * unit)).toBeLessThan(30)
      expect(await contrastAt(kept, 0.75, 0.7)).toBeLessThan(30)
      for (const [x, y] of [
        [0.5, 0.1],
        [0.05, 0.95],
        [0.9, 0.5],
      ] as const) {
        expect(await contrastAt(kept, x, y)).toBeGreaterThan(60)
      }
      await worker.picture(`civility-covered-${width}`)
      expect(worker.complaints).toEqual([])
      await worker.close()
    },
  )

  it('is not sent at all when the sheet is closed, and goes as it is when there is nothing to cover', async () => {
    const { openid } = people.worker
    const worker = await openPhone(browser, { openid, page: 'features/civility/form/index' })
    const choose = async () => {
      const chooser = worker.page.waitForEvent('filechooser')
      await worker.button('拍照').click()
      const buffer = await linedPhoto(640, 480)
      await (await chooser).setFiles({ name: 'place.jpg', mimeType: 'image/jpeg', buffer })
      await worker.button('没有要遮的').waitFor()
    }
    const sent: string[] = []
    worker.page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()))
    await choose()
    await worker.button('关上').click()
    await worker.button('拍照').waitFor()
    expect(sent).toEqual([])
    await choose()
    await worker.button('没有要遮的').click()
    expect(await contrastAt(await keptPicture(worker), 0.5, 0.5)).toBeGreaterThan(60)
    expect(sent).toHaveLength(1)
    await worker.close()
  })
})
