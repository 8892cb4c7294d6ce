import { View } from '@tarojs/components'
import { BLANK } from '~/types/announcement'
import { useCall } from '@/hooks'
import { ANNOUNCEMENT_TEMPLATE_LABELS } from '@/labels/announcement'
import { Button, ChipGroup, Field, Notice } from '@/ui'
import '../components/announcement.scss'
import { fromTemplate, type AnnouncementDraft } from './draft'

interface Props {
  draft: AnnouncementDraft
  change(part: Partial<AnnouncementDraft>): void
}

/** What is announced again and again, written by one tap; what had been typed can be taken back. */
export function Templates({ draft, change }: Props) {
  const { data } = useCall('announcement.templates', {})
  const items = data?.items ?? []
  const { title, words, template, before } = draft
  const open = template !== undefined && `${title}${words}`.includes(BLANK)
  return items.length === 0 ? null : (
    <Field label="用个模板?" hint="点一下就写好,再改一改">
      <ChipGroup
        label="模板"
        value={template}
        options={items.map((one) => ({
          value: one.template,
          label: ANNOUNCEMENT_TEMPLATE_LABELS[one.template],
        }))}
        onChange={(chosen) => {
          const view = items.find((one) => one.template === chosen)
          change(view === undefined ? {} : fromTemplate(draft, view, items))
        }}
      />
      <View className="announcement__stack">
        {before !== undefined && (
          <Button
            kind="soft"
            size="small"
            onTap={() => change({ ...before, before: undefined, template: undefined })}
          >
            用回我自己写的
          </Button>
        )}
        {open && <Notice tone="gold">画横线的地方,请填上再发。</Notice>}
      </View>
    </Field>
  )
}
