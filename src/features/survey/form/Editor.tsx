import { SURVEY_AUDIENCES, SURVEY_LIMITS, SURVEY_SUBJECTS, type SurveyTemplateView } from '~/types/survey'
import { serverNow } from '@/api'
import { useAction, useDraft } from '@/hooks'
import { AUDIENCE_LABELS, SUBJECT_LABELS, TEMPLATE_LABELS } from '@/labels/survey'
import { replaceBy } from '@/navigate'
import { ActionBar, Button, Card, ChipGroup, Field, Notice, Page, SwitchRow, TextArea, TextInput } from '@/ui'
import { Areas } from './Areas'
import { fromTemplate, toInput, type SurveyDraft } from './draft'
import { End } from './End'
import { Previous } from './Previous'
import { Questions } from './Questions'
import { Rules } from './Rules'

interface Props {
  /** Absent for a new one. */
  id?: string
  initial: SurveyDraft
  templates: SurveyTemplateView[]
}

const options = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
  values.map((value) => ({ value, label: labels[value] }))

/** The whole survey on one page; what is typed stays until it is sent. */
export function Editor({ id, initial, templates }: Props) {
  const [draft, change, clear] = useDraft<SurveyDraft>(`survey.form.${id ?? 'new'}`, initial)
  const create = useAction('survey.create', { done: '存好了' })
  const update = useAction('survey.update', { done: '存好了' })
  const act = id === undefined ? create : update
  const { fields } = act

  async function save() {
    const input = toInput(draft)
    const saved = id === undefined ? await create.run(input) : await update.run({ id, ...input })
    if (saved !== undefined) {
      clear()
      replaceBy('/features/survey/detail/index', { id: saved.id })
    }
  }

  const button = (
    <Button loading={act.busy} onTap={() => void save()}>
      存成草稿,去预览
    </Button>
  )
  return (
    <Page title={id === undefined ? '做一个测评' : '改一改'} foot={<ActionBar>{button}</ActionBar>}>
      {act.failure !== undefined && (
        <Notice tone="red">
          {Object.keys(fields).length === 0 ? act.failure.message : '有几处要改,看下面红色的字。'}
        </Notice>
      )}
      {templates.length > 0 && (
        <Field label="从哪个模板开始?" hint="换模板会把题目换掉" error={fields.template}>
          <ChipGroup
            label="模板"
            value={draft.template}
            options={templates.map(({ template }) => ({ value: template, label: TEMPLATE_LABELS[template] }))}
            onChange={(chosen) => {
              const view = templates.find(({ template }) => template === chosen)
              change(view === undefined ? {} : fromTemplate(view, serverNow()))
            }}
          />
        </Field>
      )}
      <Field label="叫什么名字?" error={fields.title}>
        <TextInput
          label="名字"
          value={draft.title}
          max={SURVEY_LIMITS.title}
          placeholder="比如:优秀村党组织满意度测评"
          onChange={(title) => change({ title })}
        />
      </Field>
      <Field label="为什么做?结果怎么用?" error={fields.why}>
        <TextArea
          label="为什么做"
          value={draft.why}
          max={SURVEY_LIMITS.why}
          placeholder="居民一打开就看到这句话"
          onChange={(why) => change({ why })}
        />
      </Field>
      <Field label="评的是谁?" error={fields.subject} hint="被评的人不能当帮手,也不能录纸票">
        <ChipGroup
          label="评的是谁"
          value={draft.subject}
          options={options(SURVEY_SUBJECTS, SUBJECT_LABELS)}
          onChange={(subject) => change({ subject })}
        />
      </Field>
      <Areas areas={draft.areas} error={fields.areaCodes} onChange={(areas) => change({ areas })} />
      <Field label="问哪些人?" error={fields.audience}>
        <ChipGroup
          label="问哪些人"
          value={draft.audience}
          options={options(SURVEY_AUDIENCES, AUDIENCE_LABELS)}
          onChange={(audience) => change({ audience })}
        />
      </Field>
      <Card>
        <SwitchRow
          label="不记名"
          hint={draft.secret ? '谁也查不到谁怎么选' : '选择和名字一起保存,您看得到'}
          on={draft.secret}
          onChange={(secret) => change({ secret })}
        />
      </Card>
      <End draft={draft} error={fields.closesAt} onChange={change} />
      <Questions
        questions={draft.questions}
        fields={fields}
        onChange={(questions) => change({ questions })}
      />
      <Rules draft={draft} fields={fields} onChange={change} />
      <Previous value={draft.previousId} error={fields.previousId} onChange={change} />
    </Page>
  )
}
