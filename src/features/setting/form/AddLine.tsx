import { useState } from 'react'
import { TEMPLATE_ACTS, TEMPLATE_CATEGORIES, type TemplateAct, type TemplateCategory } from '~/types/appeal'
import { ACTION_LABELS } from '@/labels/appeal'
import { TEMPLATE_CATEGORY_LABELS } from '@/labels/setting'
import { Button, Card, ChipGroup, Field } from '@/ui'

/** Sentences for another act or category. */
export function AddLine({ onAdd }: { onAdd(key: string): void }) {
  const [act, setAct] = useState<TemplateAct>('finish')
  const [category, setCategory] = useState<TemplateCategory>('any')
  return (
    <Card>
      <Field label="再加一种:办到哪一步?">
        <ChipGroup
          label="办到哪一步"
          value={act}
          options={TEMPLATE_ACTS.map((value) => ({ value, label: ACTION_LABELS[`appeal.${value}`] }))}
          onChange={(value) => setAct(value)}
        />
      </Field>
      <Field label="哪一类?">
        <ChipGroup
          label="哪一类"
          value={category}
          more={6}
          options={TEMPLATE_CATEGORIES.map((value) => ({ value, label: TEMPLATE_CATEGORY_LABELS[value] }))}
          onChange={(value) => setCategory(value)}
        />
      </Field>
      <Button kind="soft" size="small" onTap={() => onAdd(`${act}.${category}`)}>
        加上
      </Button>
    </Card>
  )
}
