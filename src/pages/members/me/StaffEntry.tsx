import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { open } from '@/platform/go'
import { useStores } from '@/stores/root'
import { staffText } from '@/text/staff'
import { DeskEntry } from './DeskEntry'

/** The way to the staff's desk, for who works here. Shoppers don't see that there is one. */
export const StaffEntry = observer(function StaffEntry() {
  const { staff } = useStores()
  const counts = staff.desk.value
  useEffect(() => {
    void staff.askOnce()
  }, [staff])
  if (!counts) return staff.isCrew ? <CrewEntry /> : null
  const waiting = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <DeskEntry
      id="desk"
      title={staffText.desk}
      hint={staffText.entryHint}
      waiting={waiting > 0 ? staffText.waiting(waiting) : staffText.nothingWaits}
      onTap={() => {
        open('desk', {})
      }}
    />
  )
})

/** The way to the lives, for who runs them and has no business at the counter. */
function CrewEntry() {
  return (
    <DeskEntry
      id="live-desk"
      title={staffText.liveDesk}
      hint={staffText.liveDeskHint}
      onTap={() => {
        open('liveDesk', {})
      }}
    />
  )
}
