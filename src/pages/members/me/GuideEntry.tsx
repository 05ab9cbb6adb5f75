import { open } from '@/platform/go'
import { membersText } from '@/text/members'
import { DeskEntry } from './DeskEntry'

/** The way to the workbench, for guides. */
export function GuideEntry() {
  return (
    <DeskEntry
      id="guide-desk"
      title={membersText.guideDesk}
      hint={membersText.guideDeskHint}
      onTap={() => {
        open('guideDesk', {})
      }}
    />
  )
}
