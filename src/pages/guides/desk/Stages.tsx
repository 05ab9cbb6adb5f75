import { View } from '@tarojs/components'
import { commissionStages, type CommissionStage } from '@domain/commission/sums'
import type { GuideDesk } from '@domain/guides/contract'
import type { Fen } from '@domain/money'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { debtText, frozenHint, stageHint, stageText } from '@/text/commission'
import { deskText } from '@/text/guides'
import { money } from '@/text/money'
import { leastFen } from '@/text/payouts'
import styles from './Stages.module.scss'

/** All commission as one bar, from pending to paid out; each stage opens to its entries. */
export function Stages({ desk }: { readonly desk: GuideDesk }) {
  const { sums } = desk
  const amounts: Readonly<Record<CommissionStage, Fen>> = {
    pending: sums.pendingFen,
    frozen: sums.frozenFen,
    payable: sums.payableFen,
    'paid-out': sums.paidOutFen,
  }
  const isEmpty = Object.values(amounts).every((amount) => amount === 0)
  return (
    <Card title={deskText.income} id="stages">
      <View>{sums.payableFen < 0 && <Debt payableFen={sums.payableFen} />}</View>
      <View className={styles.bar}>
        {commissionStages.map((stage) => (
          <View
            key={stage}
            className={classes(styles.part, styles[stage])}
            style={{ flexGrow: Math.max(0, amounts[stage]) }}
          />
        ))}
      </View>
      <View className={styles.stages}>
        {commissionStages.map((stage) => (
          <Stage key={stage} stage={stage} amount={amounts[stage]} hint={hintOf(stage, desk)} />
        ))}
      </View>
      <View>
        {isEmpty && <View className={styles.empty}>{deskText.noIncome}</View>}
        {sums.payableFen >= leastFen && (
          <View className={styles.payout}>
            <Button
              id="to-payout"
              onTap={() => {
                open('payouts', {})
              }}
            >
              {deskText.toPayout}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}

function hintOf(stage: CommissionStage, { freezeDays, nextPayableAt }: GuideDesk): string {
  return stage === 'frozen' ? frozenHint(freezeDays, nextPayableAt, now()) : stageHint[stage]
}

interface StageProps {
  readonly stage: CommissionStage
  readonly amount: Fen
  readonly hint: string
}

function Stage({ stage, amount, hint }: StageProps) {
  return (
    <View
      className={styles.stage}
      id={`stage-${stage}`}
      ariaRole="button"
      onClick={() => {
        open('income', { stage })
      }}
    >
      <View className={classes(styles.dot, styles[stage])} />
      <View className={styles.words}>
        <View>{stageText[stage]}</View>
        <View className={styles.hint}>{hint}</View>
      </View>
      <View className={classes(styles.sum, amount < 0 && styles.minus)}>{money(amount)}</View>
      <View className={styles.chevron} />
    </View>
  )
}

function Debt({ payableFen }: { readonly payableFen: Fen }) {
  return (
    <View className={styles.debt} id="debt">
      <View className={styles.debtTitle}>{debtText.title(payableFen)}</View>
      <View>{debtText.why}</View>
    </View>
  )
}
