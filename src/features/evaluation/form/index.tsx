import { AREA_CODE_LENGTH } from '~/types/area'
import { EVALUATION_LIMITS } from '~/types/evaluation'
import { serverNow } from '@/api'
import { useAction, useDraft, useMe, usePagedList } from '@/hooks'
import { replaceBy } from '@/navigate'
import { day } from '@/time'
import { ActionBar, Button, ChipGroup, Choice, Field, Notice, Page, PickerRow, TextInput } from '@/ui'
import { daysOf, EMPTY, inputOf, PERIODS, type EvaluationDraft, type Period } from './draft'

const PERIOD_LABELS: Record<Period, string> = {
  '3': '最近三个月',
  '6': '最近半年',
  '12': '最近一年',
  own: '自己定',
}

/** 做一次评价: of which place, by which survey, over which time; nothing is worked out yet. */
export default function EvaluationForm() {
  const me = useMe()
  const [draft, change, clear] = useDraft<EvaluationDraft>('evaluation.create', EMPTY)
  const surveys = usePagedList('survey.list', { list: 'area' }, { when: me.data !== undefined })
  const create = useAction('evaluation.create')
  const { fields } = create
  const areas = (me.data?.assignments ?? [])
    .map(({ area }) => area)
    .filter(({ code }) => code.length <= AREA_CODE_LENGTH.town)
  const areaCode = draft.areaCode === '' ? (areas[0]?.code ?? '') : draft.areaCode
  const over = surveys.items.filter(({ status }) => status === 'closed' || status === 'published')
  const days = draft.period === 'own' ? draft : daysOf(draft.period, serverNow())

  async function send() {
    const made = await create.run(inputOf(draft, areaCode, serverNow()))
    if (made !== undefined) {
      clear()
      replaceBy('/features/evaluation/detail/index', { id: made.id })
    }
  }

  return (
    <Page
      title="做一次评价"
      state={me}
      foot={
        <ActionBar>
          <Button loading={create.busy} disabled={areaCode === ''} onTap={() => void send()}>
            做好了
          </Button>
        </ActionBar>
      }
    >
      {create.failure !== undefined && <Notice tone="red">{create.failure.message}</Notice>}
      <Field label="叫什么?" error={fields.title}>
        <TextInput
          label="叫什么"
          value={draft.title}
          max={EVALUATION_LIMITS.title}
          placeholder="比如:三季度评价"
          onChange={(title) => change({ title })}
        />
      </Field>
      {areas.length > 1 && (
        <Field label="评哪里的村?" error={fields.areaCode}>
          <ChipGroup
            label="评哪里的村"
            value={areaCode}
            options={areas.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code) => change({ areaCode: code })}
          />
        </Field>
      )}
      <Field
        label="满意度用哪次测评?"
        hint={
          over.length === 0
            ? '还没有结束的测评;不选的话,满意度和参与率就不计'
            : '不选的话,满意度和参与率就不计'
        }
        error={fields.surveyId}
      >
        <>
          {over.map(({ id, title, closesAt, areaName }) => (
            <Choice
              key={id}
              label={`${title}(${areaName},${day(closesAt)}截止)`}
              on={draft.surveyId === id}
              onTap={() => change({ surveyId: draft.surveyId === id ? '' : id })}
            />
          ))}
          {surveys.more && (
            <Button kind="ghost" size="middle" onTap={surveys.loadMore}>
              再看一些
            </Button>
          )}
        </>
      </Field>
      <Field label="算哪段时间?" hint={`${days.from} 到 ${days.to}`} error={fields.from ?? fields.to}>
        <ChipGroup
          label="算哪段时间"
          value={draft.period}
          options={PERIODS.map((value) => ({ value, label: PERIOD_LABELS[value] }))}
          onChange={(period) => change(period === 'own' ? { period, ...days } : { period })}
        />
        {draft.period === 'own' && (
          <>
            <PickerRow
              label="从哪一天"
              mode="date"
              value={draft.from}
              onChange={(from) => change({ from })}
            />
            <PickerRow label="到哪一天" mode="date" value={draft.to} onChange={(to) => change({ to })} />
          </>
        )}
      </Field>
      <Notice tone="blue">诉求、志愿服务和党员报到,系统按这段时间自己算,不用报材料。</Notice>
    </Page>
  )
}
