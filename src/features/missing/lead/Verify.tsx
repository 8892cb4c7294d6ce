import { View } from '@tarojs/components'
import { MISSING_LIMITS, WEATHERS, type MissingView, type Weather } from '~/types/missing'
import { useAction, useDraft } from '@/hooks'
import { KINSHIP_LABELS, WEATHER_LABELS } from '@/labels/missing'
import { Button, Card, ChipGroup, Field, SectionTitle, TextArea } from '@/ui'
import { Dial } from './Dial'
import '../components/Person.scss'

interface VerifyDraft {
  words: string
  weather: Weather
}

/** Calls the reporter, then begins the search; or hands it to the police. */
export function Verify({ missing }: { missing: MissingView }) {
  const { id, contactName, kinship, policeFirst } = missing
  const [draft, change, clear] = useDraft<VerifyDraft>(`missing.verify.${id}`, {
    words: '',
    weather: missing.weather,
  })
  const verify = useAction('missing.verify', { done: '核实好了' })
  async function send() {
    if ((await verify.run({ id, ...draft })) !== undefined) {
      clear()
    }
  }
  return (
    <>
      <SectionTitle>先打电话核实</SectionTitle>
      <Card className="person__stack">
        <View className="person__looks">
          {contactName}
          {kinship === null ? '' : `(${KINSHIP_LABELS[kinship]})`}
        </View>
        {missing.can.includes('missing.call') && <Dial id={id} label="打给报告的人" />}
      </Card>
      <Field label="核实的情况" error={verify.fields.words}>
        <TextArea
          label="核实的情况"
          value={draft.words}
          max={MISSING_LIMITS.words}
          placeholder="给家属打过电话,情况属实,已报110"
          onChange={(words) => change({ words })}
        />
      </Field>
      <Field label="外面天气" hint="天冷、天热和夜里,通知得更快">
        <ChipGroup
          label="外面天气"
          value={draft.weather}
          options={WEATHERS.map((value) => ({ value, label: WEATHER_LABELS[value] }))}
          onChange={(weather) => change({ weather })}
        />
      </Field>
      <Card>
        <Button kind="danger" loading={verify.busy} onTap={() => void send()}>
          {policeFirst ? '属实,按公安优先办' : '属实,请邻居们一起找'}
        </Button>
      </Card>
    </>
  )
}
