import { Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import type { OrderId } from '@domain/ids'
import type { CourierCompany } from '@domain/orders/delivery'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { toast } from '@/platform/notice'
import { canScan, scan } from '@/platform/scan'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { staffText } from '@/text/staff'
import { CompanyChoice } from './CompanyChoice'
import styles from './ParcelForm.module.scss'

/** As the contract has it: letters, digits and dashes. */
const isParcelNumber = (text: string): boolean => /^[A-Za-z0-9-]{6,40}$/.test(text)

/** Which courier takes the parcel, and under which number. */
export const ParcelForm = observer(function ParcelForm({ orderId }: { readonly orderId: OrderId }) {
  const { staff } = useStores()
  const [company, setCompany] = useState<CourierCompany>()
  const [number, setNumber] = useState('')
  // A number that was scanned is put into a field of its own making.
  const [scanned, setScanned] = useState('')
  const scanNumber = async () => {
    const text = await scan()
    if (text === undefined) return
    setScanned(text.trim())
    setNumber(text.trim())
  }
  const ship = async () => {
    if (!company) toast(staffText.chooseCompany)
    else if (!isParcelNumber(number)) toast(staffText.wrongNumber)
    else {
      const refusal = await staff.ship(orderId, { company, number })
      toast(refusal ? explain(refusal) : staffText.shipped)
    }
  }
  return (
    <View>
      <Card title={staffText.company}>
        <CompanyChoice chosen={company} onChoose={setCompany} />
      </Card>
      <Card title={staffText.number}>
        <View className={styles.row}>
          <Input
            key={scanned}
            id="parcel-number"
            className={styles.input}
            defaultValue={scanned}
            maxlength={40}
            placeholder={staffText.numberPlaceholder}
            onInput={(event) => {
              setNumber(event.detail.value.trim())
            }}
          />
          {canScan && (
            <View className={styles.scan}>
              <Button kind="plain" id="scan-number" onTap={() => void scanNumber()}>
                {staffText.scan}
              </Button>
            </View>
          )}
        </View>
      </Card>
      <BottomBar>
        <View className={styles.main}>
          <Button id="ship-now" busy={staff.busyWith === orderId} onTap={() => void ship()}>
            {staffText.shipNow}
          </Button>
        </View>
      </BottomBar>
    </View>
  )
})
