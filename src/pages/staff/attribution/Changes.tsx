import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useRef, useState } from 'react'
import { bindingDays } from '@domain/attribution/rule'
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
import { GuideChoice, type Chosen } from '../GuideChoice'
import { ReasonSheet } from '../ReasonSheet'
import { Days } from './Days'
import styles from './index.module.scss'

/** An order and whose it is now. */
export interface ChangesProps {
  readonly orderId: OrderId
  readonly guideId: GuideId | null
}

/** So long a customer is bound where nothing else is said. */
const USUAL_DAYS = 30

/** Characters of a reason. */
const LEAST = 2
const MOST = 100

/** Crediting the order to somebody else, or its customer from now on: a guide, then a reason. */
export const Changes = observer(function Changes({ orderId, guideId }: ChangesProps) {
  const store = useStore(StaffAttributionStore)
  const [act, setAct] = useState<'assign' | 'bind'>()
  const [chosen, choose] = useState<Chosen>()
  const days = useRef(USUAL_DAYS)
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
    const until = await store.bind({ orderId, guideId: to, days: days.current, reason })
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
              days.current = USUAL_DAYS
              setAct(way)
            }}
          >
            {way === 'assign' ? staffAttributionText.change : staffAttributionText.bind}
          </Button>
        ))}
      </View>
      <GuideChoice
        open={act !== undefined && !chosen}
        except={act === 'assign' ? guideId : null}
        nobody={act === 'assign' && guideId !== null ? staffAttributionText.nobody : undefined}
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
          if (act === 'bind' && !canBind(days.current)) {
            toast(staffAttributionText.daysWrong)
            return
          }
          leave()
          void (act === 'assign' ? assign(reason) : bind(reason))
        }}
      >
        {act === 'bind' && (
          <Days
            usual={USUAL_DAYS}
            onType={(typed) => {
              days.current = typed
            }}
          />
        )}
      </ReasonSheet>
    </Card>
  )
})

const canBind = (days: number): boolean =>
  Number.isInteger(days) && days >= bindingDays.least && days <= bindingDays.most

function wordsOf(act: 'assign' | 'bind' | undefined, chosen: Chosen | undefined) {
  const { changeTitle, toNobodyTitle, bindTitle, changeHint, bindHint } = staffAttributionText
  const name = chosen?.name ?? ''
  const shared = { ...reasonText, placeholder: staffAttributionText.reasonPlaceholder }
  if (act === 'bind') return { ...shared, title: bindTitle(name), hint: bindHint }
  const title = chosen?.guideId === null ? toNobodyTitle : changeTitle(name)
  return { ...shared, title, hint: changeHint }
}
