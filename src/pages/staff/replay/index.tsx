import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import type { AttributionRule } from '@domain/attribution/rule'
import { after, DAY } from '@domain/time'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { Card } from '@/components/Card'
import { Trouble } from '@/components/Trouble'
import { now } from '@/platform/clock'
import { useStore } from '@/stores/root'
import { StaffAttributionStore } from '@/stores/StaffAttributionStore'
import { ruleText } from '@/text/explanation'
import { replayText } from '@/text/staffGuides'
import { Outcome } from './Outcome'
import styles from './index.module.scss'

const rules = (['last-guide-touch', 'first-touch', 'protected-binding'] as const).map((value) => ({
  value,
  name: ruleText[value],
}))
const days = (['7', '15', '30', '60'] as const).map((value) => ({
  value,
  name: replayText.ofDays(Number(value)),
}))
const selves = (['no', 'yes'] as const).map((value) => ({ value, name: replayText.ofSelf[value] }))
const spans = (['1', '7', '30'] as const).map((value) => ({
  value,
  name: replayText.ofSpan(Number(value)),
}))

/** 溯源试算: whom the latest orders would have been credited to by another rule. */
export default observer(function ReplayPage() {
  const store = useStore(StaffAttributionStore)
  const [kind, setKind] = useState<AttributionRule['kind']>('last-guide-touch')
  const [ofDays, setDays] = useState<(typeof days)[number]['value']>('15')
  const [self, setSelf] = useState<(typeof selves)[number]['value']>('no')
  const [span, setSpan] = useState<(typeof spans)[number]['value']>('7')
  const { replayed, replaying } = store
  const run = () => {
    const until = now()
    const rule = { kind, days: Number(ofDays), selfPurchase: self === 'yes' }
    void store.replay({ rule, from: after(until, -Number(span) * DAY), until })
  }
  return (
    <View className={styles.page}>
      <Card>
        <View className={styles.hint}>{replayText.hint}</View>
        <Choices
          id="rule"
          title={replayText.rule}
          {...{ choices: rules, chosen: kind }}
          onChoose={setKind}
        />
        <Choices
          id="days"
          title={replayText.days}
          {...{ choices: days, chosen: ofDays }}
          onChoose={setDays}
        />
        <Choices
          id="self"
          title={replayText.self}
          {...{ choices: selves, chosen: self }}
          onChoose={setSelf}
        />
        <Choices
          id="span"
          title={replayText.span}
          {...{ choices: spans, chosen: span }}
          onChoose={setSpan}
        />
        <Button id="run" busy={replaying} onTap={run}>
          {replayText.run}
        </Button>
      </Card>
      <View>
        {replayed.state === 'failed' && <Trouble failure={replayed.failure} onRetry={run} />}
        {replayed.state === 'ready' && <Outcome replayed={replayed.value} />}
      </View>
    </View>
  )
})
