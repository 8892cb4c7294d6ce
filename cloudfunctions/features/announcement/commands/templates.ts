import type { Input, Output } from '~/types/api'
import { ANNOUNCEMENT_TEMPLATES } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { readSetting } from '../../../core/settings'
import { templatesSetting } from '../schema'

/** What an announcement can begin with, in the words that the district has set; those it has emptied are left out. */
export async function listTemplates(
  ctx: Ctx,
  _input: Input<'announcement.templates'>,
): Promise<Output<'announcement.templates'>> {
  const all = await readSetting(ctx.db, 'announcement.templates', templatesSetting, ctx.now)
  const items = ANNOUNCEMENT_TEMPLATES.flatMap((template) => {
    const [title, ...sentences] = all[template] ?? []
    return title === undefined ? [] : [{ template, title, words: sentences.join('\n') }]
  })
  return { items }
}
