import { Card } from '@/components/Card'
import { IconEntries } from '@/components/IconEntries'
import { open } from '@/platform/go'
import { deskText } from '@/text/guides'
import styles from './Entries.module.scss'

const pages = ['material', 'customers', 'trend', 'ranking', 'income', 'payouts'] as const

/** The ways to everything else of a guide. */
export function Entries() {
  return (
    <Card>
      <IconEntries
        inThrees
        entries={pages.map((page) => ({
          id: `to-${page}`,
          name: deskText.entries[page],
          icon: styles[page],
          onTap: () => {
            open(page, {})
          },
        }))}
      />
    </Card>
  )
}
