import { View } from '@tarojs/components'
import type { Statement } from '@domain/groupbuy/settlement'
import type { Fen } from '@domain/money'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { Staircase } from '@/components/Staircase'
import { now } from '@/platform/clock'
import { groupbuyText } from '@/text/groupbuy'
import { when } from '@/text/when'
import styles from './Sums.module.scss'

/** What the close decided: the step reached, the price for everyone, and the three sums. */
export function Sums({ statement }: { readonly statement: Statement }) {
  const { ladder, people, step, finalPriceFen, sums } = statement
  return (
    <Card>
      <View className={styles.name}>{statement.name}</View>
      <View className={styles.outcome}>
        {finalPriceFen === null ? (
          <View>
            <View className={styles.unformed}>{groupbuyText.unformed(people)}</View>
            <View className={styles.freight}>{groupbuyText.freightToo}</View>
          </View>
        ) : (
          <View className={styles.final} id="final-price">
            {groupbuyText.reached(people, step)}
            <View className={styles.price}>
              <Price fen={finalPriceFen} size="hero" plain />
            </View>
          </View>
        )}
      </View>
      <Staircase ladder={ladder} people={people} size="full" settled />
      <View className={styles.sums}>
        <Sum label={groupbuyText.statementPaid} fen={sums.paidFen} id="sum-paid" />
        <View className={styles.sign}>−</View>
        <Sum label={groupbuyText.statementDue} fen={sums.dueFen} id="sum-due" />
        <View className={styles.sign}>=</View>
        <Sum label={groupbuyText.statementRefund} fen={sums.refundFen} id="sum-refund" leaf />
      </View>
      <View className={styles.note}>
        {groupbuyText.statementOrders(sums.orders, sums.pieces)}
        {' · '}
        {groupbuyText.statementCountedAt(when(statement.countedAt, now()))}
        {' · '}
        {groupbuyText.statementSettledAt(when(statement.settledAt, now()))}
      </View>
    </Card>
  )
}

interface SumProps {
  readonly label: string
  readonly fen: Fen
  readonly id: string
  readonly leaf?: boolean
}

function Sum({ label, fen, id, leaf = false }: SumProps) {
  return (
    <View className={`${styles.sum} ${leaf ? styles.leaf : ''}`} id={id}>
      <View className={styles.label}>{label}</View>
      <Price fen={fen} plain />
    </View>
  )
}
