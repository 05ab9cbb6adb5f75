import { View } from '@tarojs/components'
import { spokenCheck } from '@/platform/spoken'
import { courierCompanies, type CourierCompany } from '@domain/orders/delivery'
import { classes } from '@/components/classes'
import { courierText } from '@/text/couriers'
import styles from './CompanyChoice.module.scss'

/** The courier that is chosen, if one is. */
export interface CompanyChoiceProps {
  readonly chosen: CourierCompany | undefined
  readonly onChoose: (company: CourierCompany) => void
}

/** All courier companies at a glance: one tap, no wheel to turn. */
export function CompanyChoice({ chosen, onChoose }: CompanyChoiceProps) {
  return (
    <View className={styles.companies} ariaRole="radiogroup">
      {courierCompanies.map((company) => (
        <View
          key={company}
          id={`company-${company}`}
          className={classes(styles.company, company === chosen && styles.picked)}
          ariaRole="radio"
          {...spokenCheck(company === chosen)}
          onClick={() => {
            onChoose(company)
          }}
        >
          {courierText[company]}
        </View>
      ))}
    </View>
  )
}
