import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { hasFailed } from '@domain/failure'
import type { GuideId, OrderId } from '@domain/ids'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { now } from '@/platform/clock'
import { toast } from '@/platform/notice'
import { useStore } from '@/stores/root'
import { StaffAttributionStore } from '@/stores/StaffAttributionStore'
import { explain } from '@/text/failures'
import { reasonText, staffAttributionText } from '@/text/staffGuides'
import { ReasonSheet } from '../ReasonSheet'
import { GuideChoice, type Chosen } from './GuideChoice'
import styles from './index.module.scss'

/** An order and whose it is now. */
export interface ChangesProps {
  readonly orderId: OrderId
  readonly guideId: GuideId | null
}

/** So long a customer is bound by the word of the shop. */
const BOUND_DAYS = 30

/** Characters of a reason. */
const LEAST = 2
const MOST = 100

/** Crediting the order to somebody else, or its customer from now on: a guide, then a reason. */
export const Changes = observer(function Changes({ orderId, guideId }: ChangesProps) {
  const store = useStore(StaffAttributionStore)
  const [act, setAct] = useState<'assign' | 'bind'>()
  const [chosen, choose] = useState<Chosen>()
  const leave = () => {
    setAct(undefined)
    choose(undefined)
  }
  const assign = async (reason: string) => {
    const refusal = await store.assign({ orderId, guideId: chosen?.guideId ?? null, reason })
    toast(refusal ? explain(refusal) : staffAttributionText.changed)
  }
  const bind = async (reason: string) => {
    const to = chosen?.guideId
    if (!to) return
    const until = await store.bind({ orderId, guideId: to, days: BOUND_DAYS, reason })
    toast(hasFailed(until) ? explain(until) : staffAttributionText.bound(until, now()))
  }
  return (
    <Card>
      <View className={styles.ways}>
        {(['assign', 'bind'] as const).map((way) => (
          <Button
            key={way}
            kind="plain"
            id={way}
            busy={store.busy}
            onTap={() => {
              setAct(way)
            }}
          >
            {way === 'assign' ? staffAttributionText.change : staffAttributionText.bind(BOUND_DAYS)}
          </Button>
        ))}
      </View>
      <GuideChoice
        open={act !== undefined && !chosen}
        except={act === 'assign' ? guideId : null}
        withNobody={act === 'assign' && guideId !== null}
        onClose={leave}
        onChoose={choose}
      />
      <ReasonSheet
        id="reason"
        open={chosen !== undefined}
        words={wordsOf(act, chosen)}
        least={LEAST}
        most={MOST}
        onClose={leave}
        onSay={(reason) => {
          leave()
          void (act === 'assign' ? assign(reason) : bind(reason))
        }}
      />
    </Card>
  )
})

function wordsOf(act: 'assign' | 'bind' | undefined, chosen: Chosen | undefined) {
  const { changeTitle, toNobodyTitle, bindTitle, changeHint, bindHint } = staffAttributionText
  const name = chosen?.name ?? ''
  const shared = { ...reasonText, placeholder: staffAttributionText.reasonPlaceholder }
  if (act === 'bind') return { ...shared, title: bindTitle(name), hint: bindHint }
  const title = chosen?.guideId === null ? toNobodyTitle : changeTitle(name)
  return { ...shared, title, hint: changeHint }
}
